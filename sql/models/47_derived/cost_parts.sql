-- title: Cost parts
-- grain: one row per data year, level (network, state, member) and key
-- unit: U.S. dollars, people, members
-- formula: both sides of every ratio with costs, only from members that reported budgets and exchanges in the year
-- sources: totals, cost_members, level_reports
-- zone: protected
-- key: data_year, level, key
-- columns:
--    data_year INTEGER: the year
--    level VARCHAR: network, state or member
--    key VARCHAR: which of them; empty for network
--    members BIGINT: members that reported both
--    cost_cash DECIMAL(28,4): cost without in_kind
--    cost_city DECIMAL(28,4): cost paid by the city
--    cost_other DECIMAL(28,4): cost paid by private funds and grants
--    people DECIMAL(28,4): people of all exchanges, virtual included
--    direct_low DECIMAL(28,4): direct spending of visitors and event guests
--    direct_central DECIMAL(28,4): the same, central
--    direct_high DECIMAL(28,4): the same, high
--    cash_rows BIGINT: budget lines without in_kind
--    city_rows BIGINT: budget lines paid by the city
--    other_rows BIGINT: budget lines paid by private funds and grants
--    people_rows BIGINT: exchanges
--    direct_rows BIGINT: contributions to direct spending
--    direct_not_computed BIGINT: contributions to direct spending that lack a parameter
WITH
members_totals AS (
  SELECT
    b.data_year,
    b.member_id,
    b.state,
    CASE t.measure WHEN 'cost' THEN t.part WHEN 'people' THEN 'people' ELSE 'direct' END AS side,
    t.low,
    t.central,
    t.high,
    t.n,
    t.rows_not_computed
  FROM cost_members AS b
  JOIN totals AS t ON t.data_year = b.data_year AND t.level = 'member' AND t.key = b.member_id
  WHERE t.measure = 'cost' OR (t.measure IN ('people', 'visitor_spend_direct', 'event_spend_direct') AND t.part = 'all')
),
keyed AS (
  SELECT
    m.*,
    l.level,
    CASE l.level WHEN 'network' THEN '' WHEN 'state' THEN m.state WHEN 'member' THEN m.member_id END AS key
  FROM members_totals AS m
  CROSS JOIN (VALUES ('network'), ('state'), ('member')) AS l(level)
),
sums AS (
  SELECT
    data_year,
    level,
    key,
    COUNT(DISTINCT member_id) AS members,
    SUM(CASE side WHEN 'all' THEN central WHEN 'in_kind' THEN -central END) AS cost_cash,
    SUM(CASE WHEN side = 'city' THEN central END) AS cost_city,
    SUM(CASE WHEN side IN ('private', 'grant') THEN central END) AS cost_other,
    SUM(CASE WHEN side = 'people' THEN central END) AS people,
    SUM(CASE WHEN side = 'direct' THEN low END) AS direct_low,
    SUM(CASE WHEN side = 'direct' THEN central END) AS direct_central,
    SUM(CASE WHEN side = 'direct' THEN high END) AS direct_high,
    SUM(CASE side WHEN 'all' THEN n WHEN 'in_kind' THEN -n END) AS cash_rows,
    SUM(CASE WHEN side = 'city' THEN n END) AS city_rows,
    SUM(CASE WHEN side IN ('private', 'grant') THEN n END) AS other_rows,
    SUM(CASE WHEN side = 'people' THEN n END) AS people_rows,
    SUM(CASE WHEN side = 'direct' THEN n END) AS direct_rows,
    SUM(CASE WHEN side = 'direct' THEN rows_not_computed END) AS direct_not_computed
  FROM keyed
  GROUP BY data_year, level, key
)

SELECT
  r.data_year,
  r.level,
  r.key,
  COALESCE(s.members, 0) AS members,
  s.cost_cash,
  s.cost_city,
  s.cost_other,
  s.people,
  s.direct_low,
  s.direct_central,
  s.direct_high,
  COALESCE(s.cash_rows, 0) AS cash_rows,
  COALESCE(s.city_rows, 0) AS city_rows,
  COALESCE(s.other_rows, 0) AS other_rows,
  COALESCE(s.people_rows, 0) AS people_rows,
  COALESCE(s.direct_rows, 0) AS direct_rows,
  COALESCE(s.direct_not_computed, 0) AS direct_not_computed
FROM level_reports AS r
LEFT JOIN sums AS s ON s.data_year = r.data_year AND s.level = r.level AND s.key = r.key
WHERE r.dataset = 'budgets' AND r.level IN ('network', 'state', 'member')
