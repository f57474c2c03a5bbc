-- title: Parts of totals as they are published
-- grain: one row per metric, data year, level (network or member), key, category and detail
-- unit: that of the metric
-- formula: costs by funder and category, trade contacts by stage and evidence: as they are. Volunteer hours by activity,
--    for the network: withheld where fewer than 10 people gave them, and never one activity alone. People of a member by
--    purpose: withheld where there are any, for the other tables print their sums both ways
-- sources: contributions, volunteer_hours, published_metrics
-- zone: tables
-- key: metric_id, data_year, level, key, category, detail
-- columns:
--    metric_id VARCHAR: cost, trade_stage, volunteer_hours or people
--    data_year INTEGER: the year
--    level VARCHAR: network or member
--    key VARCHAR: the member; empty for network
--    category VARCHAR: funder, stage, activity or purpose
--    detail VARCHAR: cost category or evidence; empty elsewhere
--    rows BIGINT: submitted rows behind it; null when withheld
--    central DECIMAL(28,2): sum; null when withheld
--    status VARCHAR: value or withheld
WITH
sums AS (
  SELECT metric_id, data_year, member_id, category, COALESCE(detail, '') AS detail, COUNT(*) AS rows, SUM(central) AS central
  FROM contributions
  WHERE metric_id IN ('cost', 'trade_stage')
  GROUP BY metric_id, data_year, member_id, category, COALESCE(detail, '')
),
groups AS (
  SELECT data_year, member_id, activity, COUNT(DISTINCT volunteer_key) AS named, COALESCE(MAX(volunteers), 0) AS unnamed
  FROM volunteer_hours
  GROUP BY data_year, member_id, activity
),
helpers AS (
  SELECT data_year, activity, SUM(named + unnamed) AS people FROM groups GROUP BY data_year, activity
),
hours AS (
  SELECT
    c.data_year,
    c.category AS activity,
    COUNT(*) AS rows,
    SUM(c.central) AS central,
    MIN(CASE WHEN h.people < 10 THEN 1 ELSE 0 END) = 1 AS small
  FROM contributions AS c
  JOIN helpers AS h ON h.data_year = c.data_year AND h.activity = c.category
  WHERE c.metric_id = 'volunteer_hours'
  GROUP BY c.data_year, c.category
),
ranked AS (
  SELECT
    h.*,
    SUM(CASE WHEN h.small THEN 1 ELSE 0 END) OVER of_year AS smalls,
    ROW_NUMBER() OVER (PARTITION BY h.data_year ORDER BY CASE WHEN h.small THEN 1 ELSE 0 END, h.central, h.activity) AS place
  FROM hours AS h
  WINDOW of_year AS (PARTITION BY h.data_year)
),
activities AS (
  SELECT r.data_year, r.activity, r.rows, r.central, r.small OR (r.smalls = 1 AND r.place = 1) OR m.status = 'withheld' AS withheld
  FROM ranked AS r
  JOIN published_metrics AS m
    ON m.metric_id = 'volunteer_hours' AND m.data_year = r.data_year AND m.level = 'network'
)

SELECT metric_id, data_year, 'member' AS level, member_id AS key, category, detail, rows, central, 'value' AS status
FROM sums
UNION ALL
SELECT metric_id, data_year, 'network', '', category, detail, SUM(rows), SUM(central), 'value'
FROM sums
GROUP BY metric_id, data_year, category, detail
UNION ALL
SELECT
  'volunteer_hours',
  data_year,
  'network',
  '',
  activity,
  '',
  CASE WHEN NOT withheld THEN rows END,
  CASE WHEN NOT withheld THEN central END,
  CASE WHEN withheld THEN 'withheld' ELSE 'value' END
FROM activities
UNION ALL
SELECT DISTINCT 'people', data_year, 'member', member_id, purpose, '', CAST(NULL AS BIGINT), CAST(NULL AS DECIMAL(28,2)), 'withheld'
FROM contributions
WHERE metric_id = 'people'
