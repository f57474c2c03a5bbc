-- title: Every sum at every level is the sum of its contributions, to the cent
WITH
parts AS (
  SELECT
    metric_id,
    CASE WHEN metric_id IN ('trade_stage', 'cost') THEN category ELSE direction END AS part,
    data_year,
    member_id,
    state,
    partnership_id,
    partner_country,
    purpose,
    public,
    SUM(low) AS low,
    SUM(central) AS central,
    SUM(high) AS high,
    COUNT(central) AS n,
    COUNT(*) - COUNT(central) AS gap
  FROM contributions
  GROUP BY metric_id, part, data_year, member_id, state, partnership_id, partner_country, purpose, public
),
-- Named before they are spread over the levels: a sixth of the rows.
named AS (
  SELECT
    CASE
      WHEN metric_id IN ('exchanges', 'people', 'person_nights') AND part = 'inbound' THEN metric_id || '_in'
      WHEN metric_id IN ('exchanges', 'people', 'person_nights') AND part = 'outbound' THEN metric_id || '_out'
      WHEN metric_id IN ('exchanges', 'people') AND part = 'virtual' THEN metric_id || '_virtual'
      WHEN metric_id = 'trade_stage' THEN 'trade_' || part || 's'
      WHEN metric_id = 'cost' THEN 'cost_' || part
      ELSE metric_id
    END AS name,
    p.*
  FROM parts AS p
  UNION ALL
  SELECT 'cost_total', p.*
  FROM parts AS p
  WHERE p.metric_id = 'cost'
),
keyed AS (
  SELECT
    n.name AS metric_id,
    n.data_year,
    l.level,
    level_key(l.level, n.public, n.state, n.member_id, n.partnership_id, n.partner_country, n.purpose) AS key,
    n.low,
    n.central,
    n.high,
    n.n,
    n.gap
  FROM named AS n
  CROSS JOIN levels AS l
),
sums AS (
  SELECT
    metric_id,
    data_year,
    level,
    key,
    SUM(low) AS low,
    SUM(central) AS central,
    SUM(high) AS high,
    SUM(n) AS n,
    SUM(gap) AS gap
  FROM keyed
  WHERE key IS NOT NULL
  GROUP BY metric_id, data_year, level, key
),
-- The metrics that are such sums, so that one with no contributions at all is compared as well; and any that has been added
-- since, named as what it sums.
printed AS (
  SELECT metric_id, data_year, level, key, low, central, high, n, rows_not_computed
  FROM metrics
  WHERE metric_id IN (
    'exchanges_in', 'exchanges_out', 'exchanges_virtual', 'people_in', 'people_out', 'people_virtual',
    'person_nights_in', 'person_nights_out', 'youth', 'officials', 'first_time', 'visitor_spend_gross',
    'visitor_spend_new', 'visitor_spend_direct', 'visitor_spend_indirect', 'visitor_spend_induced', 'events',
    'attendance', 'event_spend_direct', 'event_spend_indirect', 'event_spend_induced', 'local_tax', 'volunteer_hours',
    'volunteer_value', 'trade_leads', 'trade_meetings', 'trade_agreements', 'trade_deals', 'trade_value_reported',
    'trade_value_attributed', 'cost_total', 'cost_city', 'cost_private', 'cost_grant', 'cost_in_kind'
  )
    OR metric_id IN (SELECT measure FROM measures)
)

SELECT
  COALESCE(p.metric_id, s.metric_id) AS metric_id,
  COALESCE(p.data_year, s.data_year) AS data_year,
  COALESCE(p.level, s.level) AS level,
  COALESCE(p.key, s.key) AS key,
  p.central AS printed,
  s.central AS readded
FROM printed AS p
FULL OUTER JOIN sums AS s
  ON s.metric_id = p.metric_id AND s.data_year = p.data_year AND s.level = p.level AND s.key = p.key
WHERE p.metric_id IS NULL
  OR COALESCE(p.low, 0) <> COALESCE(s.low, 0)
  OR COALESCE(p.central, 0) <> COALESCE(s.central, 0)
  OR COALESCE(p.high, 0) <> COALESCE(s.high, 0)
  OR p.n <> COALESCE(s.n, 0)
  OR p.rows_not_computed <> COALESCE(s.gap, 0)
