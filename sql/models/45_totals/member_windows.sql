-- title: Member windows
-- grain: one row per member year
-- unit: years
-- formula: a window of n years ends with the data year and is full when the member reported exchanges in each of them
-- sources: data_years, members, submissions, exchange_amounts, event_amounts, trade_amounts, member_years
-- zone: protected
-- key: data_year, member_id
-- columns:
--    data_year INTEGER: the year that the windows end with
--    member_id VARCHAR: the member
--    full_2 BOOLEAN: exchanges reported in both of 2 years
--    full_3 BOOLEAN: exchanges reported in all of 3 years
--    full_5 BOOLEAN: exchanges reported in all of 5 years
--    reported_3 BIGINT: years of the last 3 in which exchanges were reported
--    active_5 BIGINT: years of the last 5 with an exchange, event or trade contact that is not held back
WITH
acts AS (
  SELECT member_id, data_year FROM exchange_amounts WHERE public
  UNION
  SELECT member_id, data_year FROM event_amounts WHERE public
  UNION
  SELECT member_id, data_year FROM trade_amounts WHERE public
),
reports AS (
  SELECT DISTINCT member_id, data_year
  FROM submissions
  WHERE dataset = 'exchanges' AND status IN ('in_force', 'nothing_to_report')
),
years AS (
  SELECT
    y.data_year,
    m.member_id,
    CASE WHEN r.member_id IS NOT NULL THEN 1 ELSE 0 END AS reported,
    CASE WHEN a.member_id IS NOT NULL THEN 1 ELSE 0 END AS acted
  FROM data_years AS y
  CROSS JOIN members AS m
  LEFT JOIN reports AS r ON r.member_id = m.member_id AND r.data_year = y.data_year
  LEFT JOIN acts AS a ON a.member_id = m.member_id AND a.data_year = y.data_year
),
-- A year before the first data year is a gap, and never fills a window.
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
  w.data_year,
  w.member_id,
  w.reported_2 = 2 AS full_2,
  w.reported_3 = 3 AS full_3,
  w.reported_5 = 5 AS full_5,
  w.reported_3,
  w.active_5
FROM windows AS w
JOIN member_years AS y ON y.member_id = w.member_id AND y.data_year = w.data_year
