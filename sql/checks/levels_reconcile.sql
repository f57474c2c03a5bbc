-- title: States, members, ties, countries and purposes, with the rows held back, add up to the network, and members to their state
WITH
sums AS (
  SELECT m.metric_id, m.data_year, m.level, m.key, m.low, m.central, m.high, m.n, m.rows_not_computed
  FROM metrics AS m
  WHERE m.metric_id IN (
    'exchanges_in', 'exchanges_out', 'exchanges_virtual', 'people_in', 'people_out', 'people_virtual',
    'person_nights_in', 'person_nights_out', 'youth', 'officials', 'first_time', 'visitor_spend_gross',
    'visitor_spend_new', 'visitor_spend_direct', 'visitor_spend_indirect', 'visitor_spend_induced', 'events',
    'attendance', 'event_spend_direct', 'event_spend_indirect', 'event_spend_induced', 'local_tax', 'economic_output',
    'volunteer_hours', 'volunteer_value', 'volunteers', 'trade_leads', 'trade_meetings', 'trade_agreements',
    'trade_deals', 'trade_value_reported', 'trade_value_attributed', 'cost_total', 'cost_city', 'cost_private',
    'cost_grant', 'cost_in_kind', 'partnerships_active', 'partnerships_new', 'partnerships_ended'
  )
),
-- Every exchange and trade contact has a tie; an event need not, so events re-add over purposes only.
routes AS (
  SELECT level FROM (VALUES ('state'), ('member'), ('partnership'), ('partner_country'), ('purpose')) AS r(level)
),
added AS (
  SELECT
    s.metric_id,
    s.data_year,
    s.level,
    SUM(s.low) AS low,
    SUM(s.central) AS central,
    SUM(s.high) AS high,
    SUM(s.rows_not_computed) AS gap
  FROM sums AS s
  JOIN routes AS r ON r.level = s.level
  WHERE s.level NOT IN ('partnership', 'partner_country')
    OR s.metric_id NOT IN (
      'events', 'attendance', 'event_spend_direct', 'event_spend_indirect', 'event_spend_induced', 'local_tax', 'economic_output'
    )
  GROUP BY s.metric_id, s.data_year, s.level
),
-- What is marked public = no: state and network count it, no level below.
held AS (
  SELECT metric_id, data_year, state, SUM(low) AS low, SUM(central) AS central, SUM(high) AS high, SUM(rows_not_computed) AS gap
  FROM held_back_sums
  GROUP BY metric_id, data_year, state
),
held_of_network AS (
  SELECT metric_id, data_year, SUM(low) AS low, SUM(central) AS central, SUM(high) AS high, SUM(gap) AS gap
  FROM held
  GROUP BY metric_id, data_year
),
member_states AS (
  SELECT s.metric_id, s.data_year, y.state, SUM(s.low) AS low, SUM(s.central) AS central, SUM(s.high) AS high
  FROM sums AS s
  JOIN member_years AS y ON y.data_year = s.data_year AND y.member_id = s.key
  WHERE s.level = 'member'
  GROUP BY s.metric_id, s.data_year, y.state
)

SELECT n.metric_id, n.data_year, a.level, '' AS key, n.central AS above, a.central AS below
FROM sums AS n
JOIN added AS a ON a.metric_id = n.metric_id AND a.data_year = n.data_year
LEFT JOIN held_of_network AS h ON h.metric_id = n.metric_id AND h.data_year = n.data_year AND a.level <> 'state'
WHERE n.level = 'network'
  AND (
    COALESCE(n.low, 0) <> COALESCE(a.low, 0) + COALESCE(h.low, 0)
    OR COALESCE(n.central, 0) <> COALESCE(a.central, 0) + COALESCE(h.central, 0)
    OR COALESCE(n.high, 0) <> COALESCE(a.high, 0) + COALESCE(h.high, 0)
    OR n.rows_not_computed <> a.gap + COALESCE(h.gap, 0)
  )
UNION ALL
SELECT s.metric_id, s.data_year, s.level, s.key, s.central, m.central
FROM sums AS s
LEFT JOIN member_states AS m ON m.metric_id = s.metric_id AND m.data_year = s.data_year AND m.state = s.key
LEFT JOIN held AS h ON h.metric_id = s.metric_id AND h.data_year = s.data_year AND h.state = s.key
WHERE s.level = 'state'
  AND (
    COALESCE(s.low, 0) <> COALESCE(m.low, 0) + COALESCE(h.low, 0)
    OR COALESCE(s.central, 0) <> COALESCE(m.central, 0) + COALESCE(h.central, 0)
    OR COALESCE(s.high, 0) <> COALESCE(m.high, 0) + COALESCE(h.high, 0)
  )
