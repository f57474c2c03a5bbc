-- title: First-time participants
-- unit: people
-- grain: data year, level and key
-- goal: let officials and citizens explore other cultures
-- formula: first_time of all exchanges, where filled; not reported where no exchange has it filled
-- sources: contributions of rows in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 0
-- title_es: Participantes por primera vez
-- formula_es: first_time de todos los intercambios, donde consta; no informado donde ningún intercambio lo
--    indica
-- unfilled: no exchange says how many of its people took part for the first time
-- trace: first_timers = FROM contributions WHERE metric_id = 'first_time'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'first_time' AND part = 'all'
