-- title: Economic output
-- unit: USD
-- grain: data year, level and key
-- goal: economic and community development
-- formula: visitor and event spending, direct + indirect + induced; at state and network the sum of local effects; n counts
--    each exchange and event once
-- sources: the six sums it adds up
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges, events
-- counts: exchanges of visitors, and events that say how many guests came from outside, each once
-- decimals: 2
-- title_es: Producción económica
-- formula_es: gasto de visitantes y de eventos, directo + indirecto + inducido; en estado y red, la suma de efectos
--    locales
-- unfilled: no event says how many of its people came from outside, and exchanges were not reported
-- trace: visitor_direct = FROM contributions WHERE metric_id = 'visitor_spend_direct';
--    visitor_indirect = FROM contributions WHERE metric_id = 'visitor_spend_indirect';
--    visitor_induced = FROM contributions WHERE metric_id = 'visitor_spend_induced';
--    event_direct = FROM contributions WHERE metric_id = 'event_spend_direct';
--    event_indirect = FROM contributions WHERE metric_id = 'event_spend_indirect';
--    event_induced = FROM contributions WHERE metric_id = 'event_spend_induced'
-- equals: visitor_direct + visitor_indirect + visitor_induced + event_direct + event_indirect + event_induced
WITH
parts AS (
  SELECT
    data_year,
    level,
    key,
    SUM(low) AS low,
    SUM(central) AS central,
    SUM(high) AS high,
    SUM(CASE WHEN measure IN ('visitor_spend_direct', 'event_spend_direct') THEN n ELSE 0 END) AS n,
    SUM(rows_not_computed) AS rows_not_computed
  FROM totals
  WHERE measure IN (
    'visitor_spend_direct', 'visitor_spend_indirect', 'visitor_spend_induced',
    'event_spend_direct', 'event_spend_indirect', 'event_spend_induced'
  )
  GROUP BY data_year, level, key
)

SELECT
  data_year,
  level,
  key,
  CASE WHEN n > 0 OR rows_not_computed = 0 THEN low END AS low,
  CASE WHEN n > 0 OR rows_not_computed = 0 THEN central END AS central,
  CASE WHEN n > 0 OR rows_not_computed = 0 THEN high END AS high,
  n,
  CASE
    WHEN n = 0 AND rows_not_computed > 0 THEN 'not_computed'
    WHEN central IS NULL THEN 'not_reported'
    ELSE 'value'
  END AS status,
  rows_not_computed
FROM parts
