-- title: Young people exchanged
-- unit: people
-- grain: data year, level and key
-- goal: let officials and citizens explore other cultures
-- formula: youth of all exchanges, where filled; not reported where no exchange has it filled
-- sources: contributions of rows in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 0
-- title_es: Jóvenes en intercambios
-- formula_es: jóvenes de todos los intercambios, donde consta; no informado donde ningún intercambio lo
--    indica
-- unfilled: no exchange says how many of its people were young people
-- trace: young_people = FROM contributions WHERE metric_id = 'youth'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'youth' AND part = 'all'
