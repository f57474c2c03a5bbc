-- title: Trade deals
-- unit: contacts
-- grain: data year, level and key
-- goal: economic and community development
-- formula: distinct contacts that reached the stage deal in the year
-- sources: contributions of rows in force
-- levels: network, state, member, partnership, partner_country
-- datasets: trade_contacts
-- decimals: 0
-- title_es: Operaciones comerciales
-- formula_es: contactos distintos que alcanzaron la etapa deal en el año
-- trace: contacts = FROM contributions WHERE metric_id = 'trade_stage' AND category = 'deal'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'trade_stage' AND part = 'deal'
