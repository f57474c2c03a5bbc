-- title: Economic output is visitor and event spending and nothing else: no volunteer time, no trade, no tax
WITH
parts AS (
  SELECT data_year, level, key, SUM(low) AS low, SUM(central) AS central, SUM(high) AS high
  FROM metrics
  WHERE metric_id IN (
    'visitor_spend_direct', 'visitor_spend_indirect', 'visitor_spend_induced',
    'event_spend_direct', 'event_spend_indirect', 'event_spend_induced'
  )
  GROUP BY data_year, level, key
)

SELECT o.data_year, o.level, o.key, o.central AS printed, p.central AS parts
FROM metrics AS o
LEFT JOIN parts AS p ON p.data_year = o.data_year AND p.level = o.level AND p.key = o.key
WHERE o.metric_id = 'economic_output'
  AND (
    COALESCE(o.low, 0) <> COALESCE(p.low, 0)
    OR COALESCE(o.central, 0) <> COALESCE(p.central, 0)
    OR COALESCE(o.high, 0) <> COALESCE(p.high, 0)
  )
