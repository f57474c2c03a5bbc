-- title: New partnerships
-- unit: partnerships
-- grain: data year, level and key
-- goal: develop municipal partnerships
-- formula: partnerships established in the year, of members expected in the year
-- sources: registry in force
-- levels: network, state, member, partnership, partner_country
-- datasets: registry
-- counts: partnerships
-- decimals: 0
-- title_es: Hermanamientos nuevos
-- formula_es: hermanamientos establecidos en el año, de miembros esperados en el año
-- trace: ties = COUNT(*) FROM ties WHERE is_new
SELECT data_year, level, key, fresh AS low, fresh AS central, fresh AS high, fresh AS n, 'value' AS status, 0 AS rows_not_computed
FROM tie_counts
