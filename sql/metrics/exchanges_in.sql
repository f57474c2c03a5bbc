-- title: Inbound exchanges
-- unit: exchanges
-- grain: data year, level and key
-- goal: creative exchange
-- formula: number of exchanges with direction inbound
-- sources: contributions of rows in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 0
-- peer: yes
-- title_es: Intercambios recibidos
-- formula_es: número de intercambios con dirección inbound
-- trace: exchanges = FROM contributions WHERE metric_id = 'exchanges' AND direction = 'inbound'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'exchanges' AND part = 'inbound'
