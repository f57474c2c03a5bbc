-- title: Visitor spending, indirect effect
-- unit: USD
-- grain: data year, level and key
-- goal: economic and community development
-- formula: round2(direct × (type I multiplier − 1)); at state and network the sum of local effects
-- sources: type1_multiplier
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- decimals: 2
-- title_es: Gasto de visitantes, efecto indirecto
-- formula_es: round2(directo × (multiplicador tipo I − 1)); en estado y red, la suma de efectos locales
-- trace: indirect = FROM contributions WHERE metric_id = 'visitor_spend_indirect'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'visitor_spend_indirect' AND part = 'all'
