-- title: Files whose rows were judged
-- grain: one row per file of a member that is neither superseded nor in conflict
-- unit: rows
-- formula: the counts that ingest kept of each file
-- sources: submissions, member_years
-- columns:
--    data_year INTEGER: the reporting year
--    state VARCHAR: its state
--    member_id VARCHAR: the member
--    submission_id VARCHAR: the file
--    source_row INTEGER: null, for the whole file counts
--    item VARCHAR: the dataset
--    rows_read BIGINT: rows in the file
--    rows_rejected BIGINT: rows with an error
SELECT
  y.data_year,
  y.state,
  y.member_id,
  s.submission_id,
  CAST(NULL AS INTEGER) AS source_row,
  s.dataset AS item,
  s.rows_read,
  s.rows_rejected
FROM submissions AS s
JOIN member_years AS y ON y.member_id = s.member_id AND y.data_year = s.data_year
WHERE s.status NOT IN ('superseded', 'conflict') AND NOT s.optional
