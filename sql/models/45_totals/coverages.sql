-- title: Coverages
-- grain: one row per dataset, data year, level (network, state, member) and key
-- unit: ratio, 0 to 1
-- formula: expected members that reported the dataset, or said there was nothing to report ÷ expected members
-- sources: level_reports
-- zone: tables
-- key: dataset, data_year, level, key
-- columns:
--    dataset VARCHAR: what was to be reported
--    data_year INTEGER: the year
--    level VARCHAR: network, state or member
--    key VARCHAR: which of them; empty for network
--    low DECIMAL(28,4): the share; null = no member was expected
--    central DECIMAL(28,4): the same
--    high DECIMAL(28,4): the same
--    n BIGINT: expected members
--    status VARCHAR: value or not_applicable
--    rows_not_computed BIGINT: 0
WITH
shares AS (
  SELECT
    dataset,
    data_year,
    level,
    key,
    expected,
    ratio4(CAST(expected_reported AS DECIMAL(30,6)), CAST(expected AS DECIMAL(30,6))) AS share
  FROM level_reports
  WHERE level IN ('network', 'state', 'member')
)

SELECT
  dataset,
  data_year,
  level,
  key,
  share AS low,
  share AS central,
  share AS high,
  expected AS n,
  CASE WHEN share IS NULL THEN 'not_applicable' ELSE 'value' END AS status,
  0 AS rows_not_computed
FROM shares
