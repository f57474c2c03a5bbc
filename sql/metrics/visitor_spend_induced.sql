-- title: Visitor spending, induced effect
-- unit: USD
-- grain: data year, level and key
-- goal: economic and community development
-- formula: round2(direct × (type II − type I multiplier)); at state and network the sum of local effects
-- sources: type1_multiplier, type2_multiplier
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 2
-- title_es: Gasto de visitantes, efecto inducido
-- formula_es: round2(directo × (multiplicador tipo II − tipo I)); en estado y red, la suma de efectos locales
-- trace: induced = FROM contributions WHERE metric_id = 'visitor_spend_induced'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'visitor_spend_induced' AND part = 'all'
