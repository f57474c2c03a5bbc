-- title: Volunteer rates
-- grain: one row per data year and state of members
-- unit: U.S. dollars an hour
-- formula: the national rate of the data year; a state's own (key STATE:YEAR) only in years for which all 50 states and
--    DC are present; null when there is none
-- sources: data_years, members, states, parameters (volunteer_hour_usd)
-- zone: tables
-- key: data_year, state
-- columns:
--    data_year INTEGER: the year
--    state VARCHAR: USPS code
--    parameter_key VARCHAR: the row of volunteer_hour_usd that is used or missing
--    usd_low DECIMAL(10,4): low
--    usd_central DECIMAL(10,4): central
--    usd_high DECIMAL(10,4): high
WITH
rates AS (
  SELECT key, low, central, high FROM parameters WHERE name = 'volunteer_hour_usd'
),
complete_years AS (
  SELECT y.data_year
  FROM data_years AS y
  CROSS JOIN states AS s
  JOIN rates AS r ON r.key = CONCAT(s.code, ':', CAST(y.data_year AS VARCHAR))
  WHERE s.code NOT IN ('PR', 'GU', 'VI', 'AS', 'MP')
  GROUP BY y.data_year
  HAVING COUNT(*) = 51
),
keys AS (
  SELECT
    y.data_year,
    s.state,
    CASE
      WHEN c.data_year IS NOT NULL AND s.state NOT IN ('PR', 'GU', 'VI', 'AS', 'MP')
        THEN CONCAT(s.state, ':', CAST(y.data_year AS VARCHAR))
      ELSE CAST(y.data_year AS VARCHAR)
    END AS parameter_key
  FROM data_years AS y
  CROSS JOIN (SELECT DISTINCT state FROM members) AS s
  LEFT JOIN complete_years AS c ON c.data_year = y.data_year
)

SELECT keys.data_year, keys.state, keys.parameter_key, r.low AS usd_low, r.central AS usd_central, r.high AS usd_high
FROM keys
LEFT JOIN rates AS r ON r.key = keys.parameter_key
