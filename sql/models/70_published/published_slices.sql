-- title: Parts of totals as they are published
-- grain: one row per metric, data year, level (network or member), key, category and detail
-- unit: that of the metric
-- formula: costs by funder and category, and trade contacts by stage and evidence, of the network and of members; volunteer
--    hours by activity, of the network; people by purpose, of members. Those of members leave out the rows held back
-- sources: contributions
-- zone: tables
-- key: metric_id, data_year, level, key, category, detail
-- columns:
--    metric_id VARCHAR: cost, trade_stage, volunteer_hours or people
--    data_year INTEGER: the year
--    level VARCHAR: network or member
--    key VARCHAR: the member; empty for network
--    category VARCHAR: funder, stage, activity or purpose
--    detail VARCHAR: cost category or evidence; empty elsewhere
--    rows BIGINT: submitted rows behind it
--    central DECIMAL(28,2): sum
--    status VARCHAR: value; editions by rule 1 have withheld ones
WITH
parts AS (
  SELECT
    metric_id,
    data_year,
    member_id,
    CASE WHEN metric_id = 'people' THEN purpose ELSE category END AS category,
    CASE WHEN metric_id IN ('cost', 'trade_stage') THEN COALESCE(detail, '') ELSE '' END AS detail,
    public,
    central
  FROM contributions
  WHERE metric_id IN ('cost', 'trade_stage', 'volunteer_hours', 'people')
)

SELECT metric_id, data_year, 'network' AS level, '' AS key, category, detail, COUNT(*) AS rows, SUM(central) AS central, 'value' AS status
FROM parts
WHERE metric_id <> 'people'
GROUP BY metric_id, data_year, category, detail
UNION ALL
SELECT metric_id, data_year, 'member', member_id, category, detail, COUNT(*), SUM(central), 'value'
FROM parts
WHERE metric_id <> 'volunteer_hours' AND public
GROUP BY metric_id, data_year, member_id, category, detail
