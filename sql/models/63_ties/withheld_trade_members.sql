-- title: Members whose trade is withheld
-- grain: one row per value of trade, data year and member with deals of a value
-- unit: none
-- formula: withheld with fewer than 3 firms or one firm over 50%; never the only one of its state: else the smallest other
--    one is withheld as well; else the state is (lonely)
-- sources: trade_cells
-- zone: protected
-- key: value_id, data_year, member_id
-- columns:
--    value_id VARCHAR: trade_value_reported or trade_value_attributed
--    data_year INTEGER: the year
--    state VARCHAR: its state
--    member_id VARCHAR: the member
--    withheld BOOLEAN: withheld for its own sake or for another member
--    lonely BOOLEAN: the state has no other member to hide it
WITH
judged AS (
  SELECT *, firms < 3 OR 2 * largest_usd > usd AS small FROM trade_cells WHERE level = 'member'
),
ranked AS (
  SELECT
    j.*,
    SUM(CASE WHEN small THEN 1 ELSE 0 END) OVER of_state AS smalls,
    COUNT(*) OVER of_state AS members,
    ROW_NUMBER() OVER (PARTITION BY value_id, data_year, state ORDER BY CASE WHEN small THEN 1 ELSE 0 END, usd, key) AS place
  FROM judged AS j
  WINDOW of_state AS (PARTITION BY value_id, data_year, state)
)

SELECT
  value_id,
  data_year,
  state,
  key AS member_id,
  small OR (smalls = 1 AND place = 1) AS withheld,
  smalls = 1 AND members = 1 AS lonely
FROM ranked
