-- title: Event attendance
-- unit: people
-- grain: data year, level and key
-- goal: let officials and citizens explore other cultures
-- formula: attendance of events, by ticket, count or estimate
-- sources: contributions of rows in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: events
-- decimals: 0
-- title_es: Asistencia a eventos
-- formula_es: asistencia a los eventos, por entradas, conteo o estimación
-- trace: people = FROM contributions WHERE metric_id = 'attendance'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'attendance' AND part = 'all'
