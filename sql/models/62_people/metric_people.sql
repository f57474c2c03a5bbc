-- title: People behind metrics
-- grain: one row per metric and group of people or firms that it derives from
-- unit: none
-- formula: the header line people of a metric's file, taken apart; people_years = length of its window
-- sources: metric_definitions
-- zone: tables
-- key: metric_id, people
-- columns:
--    metric_id VARCHAR: the metric
--    people VARCHAR: a count, a share, a value of trade, or members_with_budgets
--    people_years INTEGER: years that the metric looks back on, its own included
SELECT
  d.metric_id,
  TRIM(SPLIT_PART(d.people, ',', p.place)) AS people,
  CAST(d.people_years AS INTEGER) AS people_years
FROM metric_definitions AS d
CROSS JOIN (VALUES (1), (2), (3), (4), (5), (6), (7), (8)) AS p(place)
WHERE TRIM(SPLIT_PART(d.people, ',', p.place)) <> ''
