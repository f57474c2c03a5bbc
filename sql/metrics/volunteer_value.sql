-- title: Value of volunteer hours
-- unit: USD
-- grain: data year, level and key
-- goal: volunteer action
-- formula: round2(hours × volunteer rate of the data year); labour given, not spending: never in an economic
--    total, never multiplied
-- sources: volunteer_hour_usd
-- levels: network, state, member
-- datasets: volunteer_hours
-- decimals: 2
-- title_es: Valor de las horas de voluntariado
-- formula_es: round2(horas × tarifa de voluntariado del año de los datos); trabajo donado, no gasto: nunca en un
--    total económico, nunca multiplicado
-- trace: value = FROM contributions WHERE metric_id = 'volunteer_value'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'volunteer_value' AND part = 'all'
