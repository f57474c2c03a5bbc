-- title: Virtual exchanges
-- unit: exchanges
-- grain: data year, level and key
-- goal: creative exchange
-- formula: number of exchanges with direction virtual
-- sources: contributions of rows in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 0
-- title_es: Intercambios virtuales
-- formula_es: número de intercambios con dirección virtual
-- trace: exchanges = FROM contributions WHERE metric_id = 'exchanges' AND direction = 'virtual'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'exchanges' AND part = 'virtual'
