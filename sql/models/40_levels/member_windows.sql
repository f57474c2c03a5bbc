-- title: Member windows
-- grain: one row per member year
-- unit: years
-- formula: a window of n years ends with the data year and is full when the member reported exchanges in each of them
-- sources: member_years, member_status, exchanges, events, trade_contacts
-- zone: protected
-- key: data_year, member_id
-- columns:
--    data_year INTEGER: the year that the windows end with
--    member_id VARCHAR: the member
--    full_2 BOOLEAN: exchanges reported in both of 2 years
--    full_3 BOOLEAN: exchanges reported in all of 3 years
--    full_5 BOOLEAN: exchanges reported in all of 5 years
--    reported_3 BIGINT: years of the last 3 in which exchanges were reported
--    active_5 BIGINT: years of the last 5 with an exchange, event or trade contact
WITH
acts AS (
  SELECT member_id, data_year FROM exchanges
  UNION
  SELECT member_id, data_year FROM events
  UNION
  SELECT member_id, data_year FROM trade_contacts
),
years AS (
  SELECT
    y.data_year,
    y.member_id,
    CASE WHEN s.reported THEN 1 ELSE 0 END AS reported,
    CASE WHEN a.member_id IS NOT NULL THEN 1 ELSE 0 END AS acted
  FROM member_years AS y
  JOIN member_status AS s ON s.member_id = y.member_id AND s.data_year = y.data_year AND s.dataset = 'exchanges'
  LEFT JOIN acts AS a ON a.member_id = y.member_id AND a.data_year = y.data_year
),
-- Ranges over the year, not over rows: a year without a row is a gap, and never fills a window.
windows AS (
  SELECT
    data_year,
    member_id,
    SUM(reported) OVER (PARTITION BY member_id ORDER BY data_year RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) AS reported_2,
    SUM(reported) OVER (PARTITION BY member_id ORDER BY data_year RANGE BETWEEN 2 PRECEDING AND CURRENT ROW) AS reported_3,
    SUM(reported) OVER (PARTITION BY member_id ORDER BY data_year RANGE BETWEEN 4 PRECEDING AND CURRENT ROW) AS reported_5,
    SUM(acted) OVER (PARTITION BY member_id ORDER BY data_year RANGE BETWEEN 4 PRECEDING AND CURRENT ROW) AS active_5
  FROM years
)

SELECT
  data_year,
  member_id,
  reported_2 = 2 AS full_2,
  reported_3 = 3 AS full_3,
  reported_5 = 5 AS full_5,
  reported_3,
  active_5
FROM windows
