-- title: Peer medians
-- grain: one row per metric that names peers, data year and member of a known population band, with 5 peers or more
-- unit: that of the metric
-- formula: median of the central values of the other members of the band, expected in the year, that reported what the
--    metric needs; of an even number the mean of the middle two, rounded half up to four decimals
-- sources: metrics, metric_definitions, member_years
-- zone: protected
-- key: metric_id, data_year, member_id
-- columns:
--    metric_id VARCHAR: the metric
--    data_year INTEGER: the year
--    member_id VARCHAR: the member whose peers these are
--    median DECIMAL(28,4): median of its peers
--    peers BIGINT: how many peers
WITH
compared AS (
  SELECT metric_id FROM metric_definitions WHERE peer = 'yes'
),
-- Which values count is asked beside the join: within it, the engine would try every pair of rows.
known AS (
  SELECT
    d.metric_id,
    y.data_year,
    y.band,
    y.member_id,
    CASE WHEN y.expected THEN m.central END AS central
  FROM member_years AS y
  CROSS JOIN compared AS d
  LEFT JOIN metrics AS m
    ON m.metric_id = d.metric_id AND m.data_year = y.data_year AND m.level = 'member' AND m.key = y.member_id
  WHERE y.band IS NOT NULL
),
figures AS (
  SELECT
    k.*,
    COUNT(central) OVER (PARTITION BY metric_id, data_year, band) AS reporting,
    ROW_NUMBER() OVER (PARTITION BY metric_id, data_year, band ORDER BY central NULLS LAST, member_id) AS place
  FROM known AS k
),
-- A member's own value is left out by stepping over its place in the band's order.
others AS (
  SELECT
    f.*,
    CASE WHEN f.central IS NULL THEN f.reporting ELSE f.reporting - 1 END AS peers,
    CASE WHEN f.central IS NULL THEN f.reporting + 1 ELSE f.place END AS own_place
  FROM figures AS f
),
middles AS (
  SELECT
    o.metric_id,
    o.data_year,
    o.band,
    o.member_id,
    o.peers,
    o.own_place,
    CAST(FLOOR(CAST(o.peers + h.half AS DOUBLE) / 2) AS BIGINT) AS middle
  FROM others AS o
  CROSS JOIN (VALUES (1), (2)) AS h(half)
  WHERE o.peers >= 5
),
values_of AS (
  SELECT s.metric_id, s.data_year, s.member_id, s.peers, f.central
  FROM middles AS s
  JOIN figures AS f
    ON f.metric_id = s.metric_id
    AND f.data_year = s.data_year
    AND f.band = s.band
    AND f.place = CASE WHEN s.middle >= s.own_place THEN s.middle + 1 ELSE s.middle END
)

SELECT
  metric_id,
  data_year,
  member_id,
  CAST(ratio4(CAST(SUM(central) AS DECIMAL(30,6)), CAST(2 AS DECIMAL(30,6))) AS DECIMAL(28,4)) AS median,
  peers
FROM values_of
GROUP BY metric_id, data_year, member_id, peers
