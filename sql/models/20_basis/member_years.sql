-- title: Member years
-- grain: one row per member and data year in which it is expected to report, or from which it has rows in force
-- unit: as each column says
-- formula: expected when member_since ≤ year and (member_until empty or ≥ year); population = the latest at or before
--    the year; multipliers by population band, [from, to), unknown = the lowest band
-- sources: data_years, members, populations, submissions, parameters (type1_multiplier, type2_multiplier)
-- zone: tables
-- key: data_year, member_id
-- columns:
--    data_year INTEGER: the year
--    member_id VARCHAR: the member
--    state VARCHAR: USPS code
--    expected BOOLEAN: it counts for coverage
--    population INTEGER: null = unknown
--    band VARCHAR: population band, the group of its peers; null = unknown
--    type1_key VARCHAR: the row of type1_multiplier that is used or missing
--    type1_low DECIMAL(9,6): type I multiplier; null = missing
--    type1_central DECIMAL(9,6): the same, central
--    type1_high DECIMAL(9,6): the same, high
--    type2_key VARCHAR: the row of type2_multiplier that is used or missing
--    type2_low DECIMAL(9,6): type II multiplier; null = missing
--    type2_central DECIMAL(9,6): the same, central
--    type2_high DECIMAL(9,6): the same, high
WITH
with_rows AS (
  SELECT DISTINCT member_id, data_year FROM submissions WHERE status = 'in_force' AND data_year IS NOT NULL AND NOT optional
),
years AS (
  SELECT
    y.data_year,
    m.member_id,
    m.state,
    m.member_since <= y.data_year AND COALESCE(m.member_until >= y.data_year, TRUE) AS expected,
    w.member_id IS NOT NULL AS has_rows
  FROM data_years AS y
  CROSS JOIN members AS m
  LEFT JOIN with_rows AS w ON w.member_id = m.member_id AND w.data_year = y.data_year
),
peopled AS (
  SELECT y.data_year, y.member_id, y.state, y.expected, p.population
  FROM years AS y
  LEFT JOIN populations AS p ON p.member_id = y.member_id AND p.data_year <= y.data_year
  WHERE y.expected OR y.has_rows
  QUALIFY ROW_NUMBER() OVER (PARTITION BY y.data_year, y.member_id ORDER BY p.data_year DESC NULLS LAST) = 1
),
bands AS (
  SELECT name, key, low, central, high, band_from, band_to, band_from = MIN(band_from) OVER (PARTITION BY name) AS lowest
  FROM parameters
  WHERE name IN ('type1_multiplier', 'type2_multiplier')
)

SELECT
  p.data_year,
  p.member_id,
  p.state,
  p.expected,
  p.population,
  CASE WHEN p.population IS NOT NULL THEN COALESCE(one.key, two.key) END AS band,
  COALESCE(one.key, two.key, 'population ' || COALESCE(CAST(p.population AS VARCHAR), 'unknown')) AS type1_key,
  one.low AS type1_low,
  one.central AS type1_central,
  one.high AS type1_high,
  COALESCE(two.key, one.key, 'population ' || COALESCE(CAST(p.population AS VARCHAR), 'unknown')) AS type2_key,
  two.low AS type2_low,
  two.central AS type2_central,
  two.high AS type2_high
FROM peopled AS p
LEFT JOIN bands AS one
  ON one.name = 'type1_multiplier'
  AND (
    (p.population IS NULL AND one.lowest)
    OR (p.population >= one.band_from AND (one.band_to IS NULL OR p.population < one.band_to))
  )
LEFT JOIN bands AS two
  ON two.name = 'type2_multiplier'
  AND (
    (p.population IS NULL AND two.lowest)
    OR (p.population >= two.band_from AND (two.band_to IS NULL OR p.population < two.band_to))
  )
