-- title: Cost parts
-- grain: one row per data year, level (network, state, member) and key
-- unit: U.S. dollars, people, members
-- formula: both sides of every ratio with costs, only from members that reported budgets and exchanges in the year
-- sources: contribution_cells, cost_members, level_reports, levels
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
books AS (
  SELECT b.data_year, b.member_id, l.level, level_key(l.level, TRUE, b.state, b.member_id, NULL, NULL, NULL) AS key, l.whole
  FROM cost_members AS b
  JOIN levels AS l ON l.level IN ('network', 'state', 'member')
),
covered AS (
  SELECT data_year, level, key, COUNT(*) AS members FROM books GROUP BY data_year, level, key
),
cells AS (
  SELECT
    b.data_year,
    b.level,
    b.key,
    CASE c.metric_id WHEN 'cost' THEN c.part WHEN 'people' THEN 'people' ELSE 'direct' END AS side,
    c.low,
    c.central,
    c.high,
    c.computed,
    c.not_computed
  FROM books AS b
  JOIN contribution_cells AS c ON c.data_year = b.data_year AND c.member_id = b.member_id AND (c.public OR b.whole)
  WHERE c.metric_id IN ('cost', 'people', 'visitor_spend_direct', 'event_spend_direct')
),
sums AS (
  SELECT
    data_year,
    level,
    key,
    SUM(CASE WHEN side IN ('city', 'private', 'grant') THEN central END) AS cost_cash,
    SUM(CASE WHEN side = 'city' THEN central END) AS cost_city,
    SUM(CASE WHEN side IN ('private', 'grant') THEN central END) AS cost_other,
    SUM(CASE WHEN side = 'people' THEN central END) AS people,
    SUM(CASE WHEN side = 'direct' THEN low END) AS direct_low,
    SUM(CASE WHEN side = 'direct' THEN central END) AS direct_central,
    SUM(CASE WHEN side = 'direct' THEN high END) AS direct_high,
    SUM(CASE WHEN side IN ('city', 'private', 'grant') THEN computed END) AS cash_rows,
    SUM(CASE WHEN side = 'city' THEN computed END) AS city_rows,
    SUM(CASE WHEN side IN ('private', 'grant') THEN computed END) AS other_rows,
    SUM(CASE WHEN side = 'people' THEN computed END) AS people_rows,
    SUM(CASE WHEN side = 'direct' THEN computed END) AS direct_rows,
    SUM(CASE WHEN side = 'direct' THEN not_computed END) AS direct_not_computed
  FROM cells
  GROUP BY data_year, level, key
)

-- Where members cover a key and no row adds to a side, it is 0; null where every amount lacks a parameter.
SELECT
  r.data_year,
  r.level,
  r.key,
  COALESCE(c.members, 0) AS members,
  CASE WHEN c.members > 0 THEN COALESCE(s.cost_cash, 0) END AS cost_cash,
  CASE WHEN c.members > 0 THEN COALESCE(s.cost_city, 0) END AS cost_city,
  CASE WHEN c.members > 0 THEN COALESCE(s.cost_other, 0) END AS cost_other,
  CASE WHEN c.members > 0 THEN COALESCE(s.people, 0) END AS people,
  CASE WHEN s.direct_rows > 0 THEN s.direct_low WHEN c.members > 0 AND COALESCE(s.direct_not_computed, 0) = 0 THEN 0 END AS direct_low,
  CASE WHEN s.direct_rows > 0 THEN s.direct_central WHEN c.members > 0 AND COALESCE(s.direct_not_computed, 0) = 0 THEN 0 END AS direct_central,
  CASE WHEN s.direct_rows > 0 THEN s.direct_high WHEN c.members > 0 AND COALESCE(s.direct_not_computed, 0) = 0 THEN 0 END AS direct_high,
  COALESCE(s.cash_rows, 0) AS cash_rows,
  COALESCE(s.city_rows, 0) AS city_rows,
  COALESCE(s.other_rows, 0) AS other_rows,
  COALESCE(s.people_rows, 0) AS people_rows,
  COALESCE(s.direct_rows, 0) AS direct_rows,
  COALESCE(s.direct_not_computed, 0) AS direct_not_computed
FROM level_reports AS r
LEFT JOIN covered AS c ON c.data_year = r.data_year AND c.level = r.level AND c.key = r.key
LEFT JOIN sums AS s ON s.data_year = r.data_year AND s.level = r.level AND s.key = r.key
WHERE r.dataset = 'budgets' AND r.level IN ('network', 'state', 'member')
