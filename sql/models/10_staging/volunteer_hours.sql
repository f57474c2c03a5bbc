-- title: Volunteer hours
-- grain: one row per report of hours in force
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means
-- sources: raw_volunteer_hours, raw_submissions (in force)
-- zone: protected
-- key: submission_id, source_row
-- sorted: no
-- columns:
--    submission_id VARCHAR: the file that the row came in
--    source_row INTEGER: its row there, as a person sees it
--    member_id VARCHAR: the member that sent it
--    data_year INTEGER: the reporting year
--    volunteer_key VARCHAR: one person, folded; personal
--    volunteers INTEGER: number of people, where no one is named
--    month VARCHAR: YYYY-MM or YYYY
--    activity VARCHAR: hosting, events, administration, teaching, translation or other
--    hours DECIMAL(9,2): hours given
--    youth BOOLEAN: under 18; null = not filled
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.submission_id,
  r.source_row,
  r.member_id,
  r.data_year,
  r.volunteer_key,
  r.volunteers,
  r.month,
  r.activity,
  r.hours,
  r.youth
FROM raw_volunteer_hours AS r
JOIN in_force ON in_force.submission_id = r.submission_id
