-- title: Cost, paid by grants
-- unit: USD
-- grain: data year, level and key
-- goal: cost and trust
-- formula: budget lines paid by grants
-- sources: contributions of rows in force
-- levels: network, state, member
-- datasets: budgets
-- decimals: 2
-- title_es: Costo, pagado por subvenciones
-- formula_es: partidas del presupuesto pagadas por subvenciones
-- trace: cost = FROM contributions WHERE metric_id = 'cost' AND category = 'grant'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'cost' AND part = 'grant'
