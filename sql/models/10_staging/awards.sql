-- title: Awards
-- grain: one row per award
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means
-- sources: raw_awards, raw_submissions (in force)
-- zone: tables
-- key: 
-- columns:
--    data_year INTEGER: the year it was given for
--    award VARCHAR: its name
--    member_id VARCHAR: who got it; null when not a member
--    citation VARCHAR: why
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.data_year,
  r.award,
  r.member_id,
  r.citation
FROM raw_awards AS r
JOIN in_force ON in_force.submission_id = r.submission_id
