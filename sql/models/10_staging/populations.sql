-- title: Populations
-- grain: one row per member and year for which the registry gives a population
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means
-- sources: raw_populations, raw_submissions (in force)
-- zone: tables
-- key: member_id, data_year
-- columns:
--    member_id VARCHAR: the member
--    data_year INTEGER: first data year that it holds for
--    population INTEGER: inhabitants
--    source VARCHAR: who counted
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.member_id,
  r.data_year,
  r.population,
  r.source
FROM raw_populations AS r
JOIN in_force ON in_force.submission_id = r.submission_id
