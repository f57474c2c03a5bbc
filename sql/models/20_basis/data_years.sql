-- title: Data years
-- grain: one row per year, from the first to the last with any report of a known member
-- unit: year
-- formula: no year between is left out, so that a gap shows as a gap; optional datasets alone make no year
-- sources: submissions, members
-- zone: tables
-- key: data_year
-- columns:
--    data_year INTEGER: a reporting year
WITH
span AS (
  SELECT MIN(s.data_year) AS first_year, MAX(s.data_year) AS last_year
  FROM submissions AS s
  JOIN members AS m ON m.member_id = s.member_id
  WHERE NOT s.optional
),
digits AS (
  SELECT CAST(digit AS INTEGER) AS digit
  FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS d(digit)
)

SELECT span.first_year + 100 * hundreds.digit + 10 * tens.digit + ones.digit AS data_year
FROM span
CROSS JOIN digits AS hundreds
CROSS JOIN digits AS tens
CROSS JOIN digits AS ones
WHERE span.first_year + 100 * hundreds.digit + 10 * tens.digit + ones.digit <= span.last_year
