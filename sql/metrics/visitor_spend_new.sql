-- title: Visitor spending, new money
-- unit: USD
-- grain: data year, level and key
-- goal: economic and community development
-- formula: round2(gross × share of the trip made for the program × (1 − share paid from here)); share = 1 in high
-- sources: exchanges in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 2
-- title_es: Gasto de visitantes, dinero nuevo
-- formula_es: round2(bruto × parte del viaje hecha para el programa × (1 − parte pagada desde aquí)); parte = 1 en
--    alto
-- trace: new_money = FROM contributions WHERE metric_id = 'visitor_spend_new'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'visitor_spend_new' AND part = 'all'
