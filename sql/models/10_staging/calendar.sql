-- title: Calendar
-- grain: one row per data year with a due date
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means
-- sources: raw_calendar, raw_submissions (in force)
-- zone: tables
-- key: data_year
-- columns:
--    data_year INTEGER: the reporting year
--    due_date DATE: last day on which a report is in time
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.data_year,
  r.due_date
FROM raw_calendar AS r
JOIN in_force ON in_force.submission_id = r.submission_id
