-- title: Person-nights of residents abroad
-- unit: person-nights
-- grain: data year, level and key
-- goal: let officials and citizens explore other cultures
-- formula: people × nights of outbound exchanges; culture and reciprocity, never local economic impact
-- sources: contributions of rows in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 0
-- title_es: Pernoctaciones de residentes en el extranjero
-- formula_es: personas × noches de los intercambios enviados; cultura y reciprocidad, nunca impacto económico local
-- trace: nights = FROM contributions WHERE metric_id = 'person_nights' AND direction = 'outbound'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'person_nights' AND part = 'outbound'
