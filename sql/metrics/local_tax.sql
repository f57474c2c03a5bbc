-- title: Local tax on direct spending
-- unit: USD
-- grain: data year, level and key
-- goal: economic and community development
-- formula: round2(direct × local tax rate), of visitors and of event guests
-- sources: local_tax_rate (assumption)
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges, events
-- decimals: 2
-- title_es: Impuesto local sobre el gasto directo
-- formula_es: round2(directo × tasa de impuesto local), de visitantes y de asistentes a eventos
-- unfilled: no event says how many of its people came from outside, and exchanges were not reported
-- trace: tax = FROM contributions WHERE metric_id = 'local_tax'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'local_tax' AND part = 'all'
