-- title: Confirmed values
-- grain: one row per value that staff settled with a city
-- unit: none
-- formula: ids and words folded for comparing; a spreadsheet in which staff opened the rows writes 1/20/2025 for 2025-01-20
--    and 1500 for 1,500, so a value is compared as a day, or without the signs between its digits
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
--    value_compared VARCHAR: the same as it is compared
--    confirmed_by VARCHAR: who asked the city
--    note VARCHAR: what the city said
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.data_year,
  r.member_id,
  REPLACE(REPLACE(LOWER(TRIM(r.dataset)), '.csv', ''), ' ', '_') AS dataset,
  REPLACE(LOWER(TRIM(r.key)), '/', ' ') AS row_key,
  REPLACE(LOWER(TRIM(r.column)), ' ', '_') AS column_name,
  r.value,
  compared_value(r.value) AS value_compared,
  r.confirmed_by,
  r.note,
  r.submission_id,
  r.source_row
FROM raw_confirmed AS r
JOIN in_force ON in_force.submission_id = r.submission_id
