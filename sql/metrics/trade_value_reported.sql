-- title: Value of deals, as reported
-- unit: USD
-- grain: data year, level and key
-- goal: economic and community development
-- formula: round2(value ÷ exchange rate of the data year), deals with a value only, not reported where no
--    deal has one; never multiplied, never added to anything
-- sources: fx_lcu_per_usd
-- levels: network, state, member, partnership, partner_country
-- datasets: trade_contacts
-- decimals: 2
-- title_es: Valor de operaciones, según se informó
-- formula_es: round2(valor ÷ tipo de cambio del año de los datos), solo operaciones con valor, no informado
--    donde ninguna lo tiene; nunca multiplicado, nunca sumado a nada
-- unfilled: no deal has a value
-- trace: value = FROM contributions WHERE metric_id = 'trade_value_reported'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'trade_value_reported' AND part = 'all'
