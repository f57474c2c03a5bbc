-- title: Other funds per city dollar
-- unit: USD per USD
-- grain: data year, level and key
-- goal: cost and trust
-- formula: (private + grant) ÷ cost paid by the city; only members that reported budgets and exchanges; n = these
--    members, for a member the rows
-- sources: budgets and exchanges in force
-- levels: network, state, member
-- datasets: budgets, exchanges
-- counts: members that reported budgets and exchanges; for one member, rows
-- decimals: 4
-- peer: yes
-- title_es: Otros fondos por dólar municipal
-- formula_es: (privado + subvenciones) ÷ costo pagado por la ciudad; solo miembros que informaron presupuestos e
--    intercambios; n = estos miembros, para un miembro las filas
-- trace: others = FROM full_books WHERE metric_id = 'cost' AND category IN ('private', 'grant');
--    city = FROM full_books WHERE metric_id = 'cost' AND category = 'city'
-- equals: others ÷ city
-- not_applicable: the city paid nothing
WITH
ratios AS (
  SELECT
    data_year,
    level,
    key,
    members,
    city_rows + other_rows AS rows_behind,
    ratio4(CAST(cost_other AS DECIMAL(30,6)), CAST(cost_city AS DECIMAL(30,6))) AS ratio
  FROM cost_parts
)

SELECT
  data_year,
  level,
  key,
  ratio AS low,
  ratio AS central,
  ratio AS high,
  CASE WHEN level = 'member' THEN rows_behind ELSE members END AS n,
  CASE WHEN ratio IS NOT NULL THEN 'value' WHEN members > 0 THEN 'not_applicable' ELSE 'not_reported' END AS status,
  0 AS rows_not_computed
FROM ratios
