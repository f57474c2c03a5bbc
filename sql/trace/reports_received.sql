-- title: Reports of expected members
-- grain: one row per data year, dataset and expected member that reported it or said that there was nothing to report
-- unit: files
-- formula: the reported of member_status, and the file that says so
-- sources: member_status, submissions
-- columns:
--    data_year INTEGER: the year
--    state VARCHAR: its state
--    member_id VARCHAR: the member
--    dataset VARCHAR: what was reported
--    submission_id VARCHAR: the file
--    source_row INTEGER: null, for the whole file counts
--    item VARCHAR: the member
SELECT
  m.data_year,
  m.state,
  m.member_id,
  m.dataset,
  s.submission_id,
  CAST(NULL AS INTEGER) AS source_row,
  m.member_id AS item
FROM member_status AS m
JOIN submissions AS s
  ON s.member_id = m.member_id
  AND s.data_year = m.data_year
  AND s.dataset = m.dataset
  AND s.file = m.file
  AND s.status IN ('in_force', 'nothing_to_report')
WHERE m.expected AND m.reported
-- A year that came in parts is one report.
QUALIFY ROW_NUMBER() OVER (PARTITION BY m.data_year, m.member_id, m.dataset ORDER BY s.submission_id) = 1
