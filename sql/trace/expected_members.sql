-- title: Expected members with their row of the registry
-- grain: one row per data year and member that is expected to report
-- unit: members
-- formula: the expected of member_years, and the row of the registry's file that the member stands in
-- sources: member_years, raw_members, submissions
-- columns:
--    data_year INTEGER: the year
--    state VARCHAR: its state
--    member_id VARCHAR: the member
--    submission_id VARCHAR: the registry's file
--    source_row INTEGER: its row there
--    item VARCHAR: the member
SELECT y.data_year, y.state, y.member_id, r.submission_id, r.source_row, y.member_id AS item
FROM member_years AS y
JOIN raw_members AS r ON r.member_id = y.member_id
JOIN submissions AS s ON s.submission_id = r.submission_id AND s.status = 'in_force'
WHERE y.expected
