-- title: Cost, of all funders
-- unit: USD
-- grain: data year, level and key
-- goal: cost and trust
-- formula: budget lines of all funders
-- sources: contributions of rows in force
-- levels: network, state, member
-- datasets: budgets
-- decimals: 2
-- title_es: Costo, de todas las fuentes
-- formula_es: partidas del presupuesto de todas las fuentes
-- trace: cost = FROM contributions WHERE metric_id = 'cost'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'cost' AND part = 'all'
