-- title: Cost per participant
-- unit: USD per person
-- grain: data year, level and key
-- goal: cost and trust
-- formula: cost without in kind ÷ people of all exchanges; only members that reported budgets and exchanges; n =
--    these members, for a member the rows
-- sources: budgets and exchanges in force
-- levels: network, state, member
-- datasets: budgets, exchanges
-- counts: members that reported budgets and exchanges; for one member, rows
-- decimals: 4
-- peer: yes
-- title_es: Costo por participante
-- formula_es: costo sin lo aportado en especie ÷ personas de todos los intercambios; solo miembros que informaron
--    presupuestos e intercambios; n = estos miembros, para un miembro las filas
-- trace: cost = FROM full_books WHERE metric_id = 'cost' AND category <> 'in_kind';
--    people = FROM full_books WHERE metric_id = 'people'
-- equals: cost ÷ people
-- not_applicable: nobody took part in an exchange
WITH
ratios AS (
  SELECT
    data_year,
    level,
    key,
    members,
    cash_rows + people_rows AS rows_behind,
    ratio4(CAST(cost_cash AS DECIMAL(30,6)), CAST(people AS DECIMAL(30,6))) AS ratio
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
