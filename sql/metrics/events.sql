-- title: Events
-- unit: events
-- grain: data year, level and key
-- goal: let officials and citizens explore other cultures
-- formula: number of events
-- sources: contributions of rows in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: events
-- decimals: 0
-- peer: yes
-- title_es: Eventos
-- formula_es: número de eventos
-- trace: events = FROM contributions WHERE metric_id = 'events'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'events' AND part = 'all'
