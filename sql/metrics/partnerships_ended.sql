-- title: Ended partnerships
-- unit: partnerships
-- grain: data year, level and key
-- goal: develop municipal partnerships
-- formula: partnerships that ended in the year, of members expected in the year
-- sources: registry in force
-- levels: network, state, member, partnership, partner_country
-- datasets: registry
-- counts: partnerships
-- decimals: 0
-- title_es: Hermanamientos terminados
-- formula_es: hermanamientos que terminaron en el año, de miembros esperados en el año
-- trace: ties = COUNT(*) FROM ties WHERE is_ended
SELECT data_year, level, key, ended AS low, ended AS central, ended AS high, ended AS n, 'value' AS status, 0 AS rows_not_computed
FROM tie_counts
