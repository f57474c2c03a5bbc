-- title: Metrics that are withheld
-- grain: one row per metric, data year, level and key that derives from people or firms whose figures are withheld
-- unit: none
-- formula: withheld in the year, or in one of the years of the metric's window
-- sources: withheld_figures, metric_people
-- zone: protected
-- key: metric_id, data_year, level, key
-- columns:
--    metric_id VARCHAR: the metric
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
SELECT DISTINCT p.metric_id, w.data_year + y.later AS data_year, w.level, w.key
FROM withheld_figures AS w
JOIN metric_people AS p ON p.people = w.people
CROSS JOIN (VALUES (0), (1), (2), (3), (4)) AS y(later)
WHERE y.later < p.people_years
