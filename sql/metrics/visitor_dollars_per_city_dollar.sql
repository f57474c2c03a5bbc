-- title: Visitor dollars per city dollar
-- unit: USD per USD
-- grain: data year, level and key
-- goal: cost and trust
-- formula: (visitor + event spending, direct) ÷ cost paid by the city; only members that reported budgets and
--    exchanges; n = these members, for a member the rows
-- sources: budgets, exchanges and events in force
-- levels: network, state, member
-- datasets: budgets, exchanges
-- counts: members that reported budgets and exchanges; for one member, rows
-- decimals: 4
-- peer: yes
-- title_es: Dólares de visitantes por dólar municipal
-- formula_es: (gasto de visitantes + de eventos, directo) ÷ costo pagado por la ciudad; solo miembros que
--    informaron presupuestos e intercambios; n = estos miembros, para un miembro las filas
-- trace: direct = FROM full_books WHERE metric_id IN ('visitor_spend_direct', 'event_spend_direct');
--    city = FROM full_books WHERE metric_id = 'cost' AND category = 'city'
-- equals: direct ÷ city
-- not_applicable: the city paid nothing
WITH
judged AS (
  SELECT
    c.*,
    CASE
      WHEN members = 0 THEN 'not_reported'
      WHEN cost_city = 0 THEN 'not_applicable'
      WHEN direct_rows = 0 AND direct_not_computed > 0 THEN 'not_computed'
      ELSE 'value'
    END AS status
  FROM cost_parts AS c
)

SELECT
  data_year,
  level,
  key,
  CASE WHEN status = 'value' THEN ratio4(CAST(direct_low AS DECIMAL(30,6)), CAST(cost_city AS DECIMAL(30,6))) END AS low,
  CASE WHEN status = 'value' THEN ratio4(CAST(direct_central AS DECIMAL(30,6)), CAST(cost_city AS DECIMAL(30,6))) END AS central,
  CASE WHEN status = 'value' THEN ratio4(CAST(direct_high AS DECIMAL(30,6)), CAST(cost_city AS DECIMAL(30,6))) END AS high,
  CASE WHEN level = 'member' THEN city_rows + direct_rows ELSE members END AS n,
  status,
  direct_not_computed AS rows_not_computed
FROM judged
