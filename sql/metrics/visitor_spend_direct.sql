-- title: Visitor spending, direct
-- unit: USD
-- grain: data year, level and key
-- goal: economic and community development
-- formula: round2(new money × capture rate); at state and network the sum of local effects
-- sources: capture_rate
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 2
-- peer: yes
-- title_es: Gasto de visitantes, directo
-- formula_es: round2(dinero nuevo × tasa de captación); en estado y red, la suma de efectos locales
-- trace: direct = FROM contributions WHERE metric_id = 'visitor_spend_direct'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'visitor_spend_direct' AND part = 'all'
