-- title: Active partnerships
-- unit: partnerships
-- grain: data year, level and key
-- goal: develop municipal partnerships
-- formula: partnerships established by the year or at an unknown time, not ended by the year, status active or
--    friendship, of members expected in the year
-- sources: registry in force
-- levels: network, state, member, partnership, partner_country
-- datasets: registry
-- counts: partnerships
-- decimals: 0
-- peer: yes
-- title_es: Hermanamientos activos
-- formula_es: hermanamientos establecidos hasta el año o en fecha desconocida, no terminados hasta el año, en
--    situación active o friendship, de miembros esperados en el año
-- trace: ties = COUNT(*) FROM ties WHERE active
SELECT data_year, level, key, active AS low, active AS central, active AS high, active AS n, 'value' AS status, 0 AS rows_not_computed
FROM tie_counts
