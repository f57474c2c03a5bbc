-- title: Volunteer hours
-- unit: hours
-- grain: data year, level and key
-- goal: volunteer action
-- formula: hours given
-- sources: contributions of rows in force
-- levels: network, state, member
-- datasets: volunteer_hours
-- decimals: 2
-- peer: yes
-- title_es: Horas de voluntariado
-- formula_es: horas donadas
-- trace: hours = FROM contributions WHERE metric_id = 'volunteer_hours'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'volunteer_hours' AND part = 'all'
