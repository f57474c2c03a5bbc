-- title: Event spending, induced effect
-- unit: USD
-- grain: data year, level and key
-- goal: economic and community development
-- formula: round2(direct × (type II − type I multiplier)); at state and network the sum of local effects
-- sources: type1_multiplier, type2_multiplier
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: events
-- decimals: 2
-- title_es: Gasto de eventos, efecto inducido
-- formula_es: round2(directo × (multiplicador tipo II − tipo I)); en estado y red, la suma de efectos locales
-- unfilled: no event says how many of its people came from outside
-- trace: induced = FROM contributions WHERE metric_id = 'event_spend_induced'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'event_spend_induced' AND part = 'all'
