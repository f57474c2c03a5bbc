-- title: Sums of rows held back
-- grain: one row per additive metric, data year and member that holds rows or ties back (public = no)
-- unit: that of the metric
-- formula: what state and network count and no level below them does: members' figures and these add up to their state's
-- sources: contribution_cells, partnership_windows, partnerships
-- zone: protected
-- key: metric_id, data_year, member_id
-- columns:
--    metric_id VARCHAR: the metric
--    data_year INTEGER: the year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
--    low DECIMAL(28,2): low; null = nothing computed
--    central DECIMAL(28,2): central
--    high DECIMAL(28,2): high
--    n BIGINT: rows with an amount
--    rows_not_computed BIGINT: rows without
WITH
cells AS (
  SELECT
    CASE
      WHEN metric_id IN ('exchanges', 'people', 'person_nights') AND part = 'inbound' THEN CONCAT(metric_id, '_in')
      WHEN metric_id IN ('exchanges', 'people', 'person_nights') AND part = 'outbound' THEN CONCAT(metric_id, '_out')
      WHEN metric_id IN ('exchanges', 'people') THEN CONCAT(metric_id, '_virtual')
      WHEN metric_id = 'trade_stage' THEN CONCAT('trade_', part, 's')
      ELSE metric_id
    END AS metric_id,
    data_year,
    member_id,
    state,
    low,
    central,
    high,
    computed,
    not_computed
  FROM contribution_cells
  WHERE NOT public
),
outputs AS (
  SELECT * FROM cells
  UNION ALL
  SELECT 'economic_output', data_year, member_id, state, low, central, high, computed, not_computed
  FROM cells
  WHERE metric_id IN (
    'visitor_spend_direct', 'visitor_spend_indirect', 'visitor_spend_induced',
    'event_spend_direct', 'event_spend_indirect', 'event_spend_induced'
  )
  UNION ALL
  SELECT m.metric_id, w.data_year, w.member_id, w.state, 1, 1, 1, 1, 0
  FROM partnership_windows AS w
  JOIN partnerships AS p ON p.partnership_id = w.partnership_id
  CROSS JOIN (VALUES ('partnerships_active'), ('partnerships_new'), ('partnerships_ended')) AS m(metric_id)
  WHERE w.whole
    AND NOT p.public
    AND CASE m.metric_id WHEN 'partnerships_active' THEN w.active WHEN 'partnerships_new' THEN w.is_new ELSE w.is_ended END
)

SELECT
  metric_id,
  data_year,
  member_id,
  state,
  SUM(low) AS low,
  SUM(central) AS central,
  SUM(high) AS high,
  SUM(computed) AS n,
  SUM(not_computed) AS rows_not_computed
FROM outputs
GROUP BY metric_id, data_year, member_id, state
