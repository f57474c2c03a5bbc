-- title: States whose trade is withheld
-- grain: one row per value of trade, data year and state with deals of a value
-- unit: none
-- formula: withheld as a member is, or when its only member is, and with it all its members; never the only one of the
--    network: else the smallest other one is withheld as well; else, or when the network itself has fewer than 3 firms or
--    one firm over 50%, all is (dark)
-- sources: trade_cells, withheld_trade_members
-- zone: protected
-- key: value_id, data_year, state
-- columns:
--    value_id VARCHAR: trade_value_reported or trade_value_attributed
--    data_year INTEGER: the year
--    state VARCHAR: the state
--    withheld BOOLEAN: withheld for its own sake or for another state
--    dark BOOLEAN: the network's number is withheld, and all that it is made of
WITH
lonely AS (
  SELECT DISTINCT value_id, data_year, state FROM withheld_trade_members WHERE lonely
),
judged AS (
  SELECT
    c.value_id,
    c.data_year,
    c.state,
    c.usd,
    c.firms < 3 OR 2 * c.largest_usd > c.usd OR l.state IS NOT NULL AS small,
    n.firms < 3 OR 2 * n.largest_usd > n.usd AS small_network
  FROM trade_cells AS c
  JOIN trade_cells AS n ON n.value_id = c.value_id AND n.data_year = c.data_year AND n.level = 'network'
  LEFT JOIN lonely AS l ON l.value_id = c.value_id AND l.data_year = c.data_year AND l.state = c.state
  WHERE c.level = 'state'
),
ranked AS (
  SELECT
    j.*,
    SUM(CASE WHEN small THEN 1 ELSE 0 END) OVER of_year AS smalls,
    COUNT(*) OVER of_year AS states,
    ROW_NUMBER() OVER (PARTITION BY value_id, data_year ORDER BY CASE WHEN small THEN 1 ELSE 0 END, usd, state) AS place
  FROM judged AS j
  WINDOW of_year AS (PARTITION BY value_id, data_year)
)

SELECT
  value_id,
  data_year,
  state,
  small OR (smalls = 1 AND place = 1) AS withheld,
  small_network OR (smalls = 1 AND states = 1) AS dark
FROM ranked
