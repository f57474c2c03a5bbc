-- title: Cost, given in kind
-- unit: USD
-- grain: data year, level and key
-- goal: cost and trust
-- formula: budget lines given in kind
-- sources: contributions of rows in force
-- levels: network, state, member
-- datasets: budgets
-- decimals: 2
-- title_es: Costo, aportado en especie
-- formula_es: partidas del presupuesto aportadas en especie
-- trace: cost = FROM contributions WHERE metric_id = 'cost' AND category = 'in_kind'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'cost' AND part = 'in_kind'
