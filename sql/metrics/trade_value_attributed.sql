-- title: Value of deals, part ascribed to the program
-- unit: USD
-- grain: data year, level and key
-- goal: economic and community development
-- formula: round2(reported value × the firm’s own share), deals with a value and a stated share only, not
--    reported where no deal has both; never multiplied, never added to anything
-- sources: fx_lcu_per_usd
-- levels: network, state, member, partnership, partner_country
-- datasets: trade_contacts
-- decimals: 2
-- title_es: Valor de operaciones, parte atribuida al programa
-- formula_es: round2(valor informado × parte declarada por la empresa), solo operaciones con valor y parte
--    declarada, no informado donde ninguna los tiene; nunca multiplicado, nunca sumado a nada
-- unfilled: no deal has a value and the firm’s own share
-- trace: value = FROM contributions WHERE metric_id = 'trade_value_attributed'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'trade_value_attributed' AND part = 'all'
