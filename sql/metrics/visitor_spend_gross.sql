-- title: Visitor spending, gross
-- unit: USD
-- grain: data year, level and key
-- goal: economic and community development
-- formula: round2(stay units × (GSA lodging × lodging share + GSA meals × meals share)), or the spending reported
-- sources: GSA standard CONUS per diem; stay shares (assumption)
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 2
-- title_es: Gasto de visitantes, bruto
-- formula_es: round2(unidades de estancia × (alojamiento GSA × parte de alojamiento + comidas GSA × parte de
--    comidas)), o el gasto informado
-- trace: gross = FROM contributions WHERE metric_id = 'visitor_spend_gross'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'visitor_spend_gross' AND part = 'all'
