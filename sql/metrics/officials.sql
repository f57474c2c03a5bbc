-- title: Officials exchanged
-- unit: people
-- grain: data year, level and key
-- goal: develop municipal partnerships
-- formula: officials of all exchanges, where filled; not reported where no exchange has it filled
-- sources: contributions of rows in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 0
-- title_es: Funcionarios en intercambios
-- formula_es: funcionarios de todos los intercambios, donde consta; no informado donde ningún intercambio lo
--    indica
-- unfilled: no exchange says how many of its people were officials
-- trace: officials = FROM contributions WHERE metric_id = 'officials'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'officials' AND part = 'all'
