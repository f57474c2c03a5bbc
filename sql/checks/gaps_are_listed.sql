-- title: A year has contributions that are not computed exactly when a missing parameter is listed for it
WITH
gaps AS (
  SELECT DISTINCT data_year FROM contributions WHERE low IS NULL OR central IS NULL OR high IS NULL
),
listed AS (
  SELECT DISTINCT data_year FROM missing_parameters
)

SELECT COALESCE(g.data_year, l.data_year) AS data_year, g.data_year IS NOT NULL AS has_gaps, l.data_year IS NOT NULL AS is_listed
FROM gaps AS g
FULL OUTER JOIN listed AS l ON l.data_year = g.data_year
WHERE g.data_year IS NULL OR l.data_year IS NULL
