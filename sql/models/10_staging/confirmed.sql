-- title: Confirmed values
-- grain: one row per value that staff settled with a city
-- unit: none
-- formula: none; ids and words folded for comparing
-- sources: raw_confirmed, raw_submissions (in force)
-- zone: protected
-- key:
-- columns:
--    data_year INTEGER: the reporting year of the file
--    member_id VARCHAR: the member that sent it
--    dataset VARCHAR: what the file reports
--    row_key VARCHAR: the row's id, or row and its number, in lower case
--    column_name VARCHAR: the column, in lower case
--    value VARCHAR: the value that is right
--    confirmed_by VARCHAR: who asked the city
--    note VARCHAR: what the city said
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.data_year,
  r.member_id,
  LOWER(r.dataset) AS dataset,
  LOWER(r.key) AS row_key,
  LOWER(r.column) AS column_name,
  r.value,
  r.confirmed_by,
  r.note
FROM raw_confirmed AS r
JOIN in_force ON in_force.submission_id = r.submission_id
