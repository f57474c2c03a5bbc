-- title: Partner countries
-- unit: countries
-- grain: data year, level and key
-- goal: develop municipal partnerships
-- formula: distinct partner countries of active partnerships
-- sources: registry in force
-- levels: network, state, member, partnership, partner_country
-- datasets: registry
-- counts: countries
-- decimals: 0
-- title_es: Países socios
-- formula_es: países socios distintos de los hermanamientos activos
-- trace: countries = COUNT(DISTINCT partner_country) FROM ties WHERE active
SELECT data_year, level, key, countries AS low, countries AS central, countries AS high, countries AS n, 'value' AS status, 0 AS rows_not_computed
FROM tie_counts
