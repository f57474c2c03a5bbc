-- title: Metrics as they are published
-- grain: one row per metric, data year, level and key
-- unit: that of the metric
-- formula: the metrics; of those in confidence the ones in withheld_figures have the status withheld and no number. One
--    word for all: whether a figure is withheld for its own sake or for another one is not told. How many answered, and how
--    many deals there were, is open
-- sources: metrics, withheld_figures
-- zone: tables
-- disclosure_rule: 2
-- key: metric_id, data_year, level, key
-- columns:
--    metric_id VARCHAR: the metric
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
--    low DECIMAL(28,4): low
--    central DECIMAL(28,4): central
--    high DECIMAL(28,4): high
--    n BIGINT: how many stand behind it, of what metric_definitions.counts says
--    status VARCHAR: value, not_reported, not_computed, withheld, not_known or not_applicable
--    rows_not_computed BIGINT: rows whose amount lacks a parameter
WITH
judged AS (
  SELECT m.*, m.status = 'withheld' OR (w.metric_id IS NOT NULL AND m.status = 'value') AS hidden
  FROM metrics AS m
  LEFT JOIN withheld_figures AS w
    ON w.metric_id = m.metric_id AND w.data_year = m.data_year AND w.level = m.level AND w.key = m.key
)

SELECT
  metric_id,
  data_year,
  level,
  key,
  CASE WHEN NOT hidden THEN low END AS low,
  CASE WHEN NOT hidden THEN central END AS central,
  CASE WHEN NOT hidden THEN high END AS high,
  n,
  CASE WHEN hidden THEN 'withheld' ELSE status END AS status,
  rows_not_computed
FROM judged
