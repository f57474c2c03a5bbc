-- title: Person-nights of visitors
-- unit: person-nights
-- grain: data year, level and key
-- goal: let officials and citizens explore other cultures
-- formula: people × nights of inbound exchanges; 0 when lodging is none
-- sources: contributions of rows in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 0
-- title_es: Pernoctaciones de visitantes
-- formula_es: personas × noches de los intercambios recibidos; 0 si lodging es none
-- trace: nights = FROM contributions WHERE metric_id = 'person_nights' AND direction = 'inbound'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'person_nights' AND part = 'inbound'
