-- title: Net direct
-- unit: USD
-- grain: data year, level and key
-- goal: cost and trust
-- formula: (visitor + event spending, direct) − cost paid by the city; may be below zero; only members that
--    reported budgets and exchanges; n = these members, for a member the rows
-- sources: budgets, exchanges and events in force
-- levels: network, state, member
-- datasets: budgets, exchanges
-- counts: members that reported budgets and exchanges; for one member, rows
-- decimals: 2
-- title_es: Directo neto
-- formula_es: (gasto de visitantes + de eventos, directo) − costo pagado por la ciudad; puede ser menor que cero;
--    solo miembros que informaron presupuestos e intercambios; n = estos miembros, para un miembro las filas
-- trace: direct = FROM full_books WHERE metric_id IN ('visitor_spend_direct', 'event_spend_direct');
--    city = FROM full_books WHERE metric_id = 'cost' AND category = 'city'
-- equals: direct - city
WITH
judged AS (
  SELECT
    c.*,
    CASE
      WHEN members = 0 THEN 'not_reported'
      WHEN direct_rows = 0 AND direct_not_computed > 0 THEN 'not_computed'
      ELSE 'value'
    END AS status
  FROM cost_parts AS c
)

SELECT
  data_year,
  level,
  key,
  CASE WHEN status = 'value' THEN direct_low - cost_city END AS low,
  CASE WHEN status = 'value' THEN direct_central - cost_city END AS central,
  CASE WHEN status = 'value' THEN direct_high - cost_city END AS high,
  CASE WHEN level = 'member' THEN city_rows + direct_rows ELSE members END AS n,
  status,
  direct_not_computed AS rows_not_computed
FROM judged
