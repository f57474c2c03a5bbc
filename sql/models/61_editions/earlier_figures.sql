-- title: Figures of earlier editions
-- grain: one row per metric, data year, level, key and value that an edition published
-- unit: that of the metric
-- formula: none; what is known to everybody before this edition
-- sources: raw_published
-- zone: tables
-- key: metric_id, data_year, level, key, status, central
-- columns:
--    metric_id VARCHAR: the metric
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
--    central DECIMAL(28,4): central; null when it had no number
--    status VARCHAR: value, withheld and so on
SELECT DISTINCT metric_id, data_year, level, key, central, status
FROM raw_published
