-- title: Peer medians as they are published
-- grain: one row per metric that names peers, data year and member of a known population band, with 5 peers or more
-- unit: that of the metric
-- formula: the medians, of exact figures; withheld when one of the figures in the middle is, and for a count of people
--    when a withheld figure of the band lies within five people of the median, which would bound it
-- sources: peer_medians, member_years, metrics, published_metrics, metric_people
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
counts AS (
  SELECT metric_id FROM metric_people WHERE people = metric_id
),
hidden AS (
  SELECT p.metric_id, p.data_year, y.band, p.key AS member_id, m.central, c.metric_id IS NOT NULL AS counts_people
  FROM published_metrics AS p
  JOIN metrics AS m ON m.metric_id = p.metric_id AND m.data_year = p.data_year AND m.level = 'member' AND m.key = p.key
  JOIN member_years AS y ON y.data_year = p.data_year AND y.member_id = p.key
  LEFT JOIN counts AS c ON c.metric_id = p.metric_id
  WHERE p.level = 'member' AND p.status = 'withheld' AND m.central IS NOT NULL AND y.band IS NOT NULL AND y.expected
),
printed AS (
  SELECT p.metric_id, p.data_year, y.band, p.key AS member_id, p.central
  FROM published_metrics AS p
  JOIN member_years AS y ON y.data_year = p.data_year AND y.member_id = p.key
  WHERE p.level = 'member' AND p.status = 'value' AND y.band IS NOT NULL AND y.expected
),
medians AS (
  SELECT m.metric_id, m.data_year, m.member_id, m.median, m.peers, y.band
  FROM peer_medians AS m
  JOIN member_years AS y ON y.data_year = m.data_year AND y.member_id = m.member_id
),
-- Nearest printed figures on either side of the median, itself included: no withheld one may lie between them.
bounds AS (
  SELECT
    m.metric_id,
    m.data_year,
    m.band,
    m.member_id,
    m.median,
    MAX(CASE WHEN p.central <= m.median THEN p.central END) AS below,
    MIN(CASE WHEN p.central >= m.median THEN p.central END) AS above
  FROM medians AS m
  LEFT JOIN printed AS p
    ON p.metric_id = m.metric_id AND p.data_year = m.data_year AND p.band = m.band AND p.member_id <> m.member_id
  GROUP BY m.metric_id, m.data_year, m.band, m.member_id, m.median
),
near AS (
  SELECT DISTINCT b.metric_id, b.data_year, b.member_id
  FROM bounds AS b
  JOIN hidden AS h
    ON h.metric_id = b.metric_id AND h.data_year = b.data_year AND h.band = b.band AND h.member_id <> b.member_id
  WHERE b.below IS NULL
    OR b.above IS NULL
    OR h.central BETWEEN b.below AND b.above
    OR (h.counts_people AND ABS(h.central - b.median) < 5)
)

SELECT
  m.metric_id,
  m.data_year,
  m.member_id,
  CASE WHEN n.metric_id IS NULL THEN m.median END AS median,
  m.peers,
  CASE WHEN n.metric_id IS NULL THEN 'value' ELSE 'withheld' END AS status
FROM medians AS m
LEFT JOIN near AS n ON n.metric_id = m.metric_id AND n.data_year = m.data_year AND n.member_id = m.member_id
