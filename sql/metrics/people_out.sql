-- title: Residents sent
-- unit: people
-- grain: data year, level and key
-- goal: let officials and citizens explore other cultures
-- formula: people of outbound exchanges
-- sources: contributions of rows in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 0
-- peer: yes
-- title_es: Residentes enviados
-- formula_es: personas de los intercambios enviados
-- trace: people = FROM contributions WHERE metric_id = 'people' AND direction = 'outbound'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'people' AND part = 'outbound'
