-- title: Peer medians as they are published
-- grain: one row per metric that names peers, data year and member of a known population band, with 5 peers or more
-- unit: that of the metric
-- formula: the medians, of exact figures; withheld in a year in which a figure of the metric is
-- sources: peer_medians, withheld_figures
-- zone: tables
-- key: metric_id, data_year, member_id
-- columns:
--    metric_id VARCHAR: the metric
--    data_year INTEGER: the year
--    member_id VARCHAR: the member whose peers these are
--    median DECIMAL(28,4): median of its peers; null when withheld
--    peers BIGINT: how many peers
--    status VARCHAR: value or withheld
WITH
hidden AS (
  SELECT DISTINCT metric_id, data_year FROM withheld_figures
)

SELECT
  m.metric_id,
  m.data_year,
  m.member_id,
  CASE WHEN h.metric_id IS NULL THEN m.median END AS median,
  m.peers,
  CASE WHEN h.metric_id IS NULL THEN 'value' ELSE 'withheld' END AS status
FROM peer_medians AS m
LEFT JOIN hidden AS h ON h.metric_id = m.metric_id AND h.data_year = m.data_year
