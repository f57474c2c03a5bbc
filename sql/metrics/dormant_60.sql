-- title: Partnerships dormant for 60 months
-- unit: partnerships
-- grain: data year, level and key
-- goal: develop municipal partnerships
-- formula: active partnerships established before the window or at an unknown time, without exchange, event or
--    trade contact in the 5 data years that end with the year; only of members that reported exchanges in all five;
--    n = these members
-- sources: registry, exchanges, events and trade contacts in force
-- levels: network, state, member, partnership, partner_country
-- datasets: exchanges
-- counts: members that reported exchanges in all years of the window
-- decimals: 0
-- title_es: Hermanamientos inactivos durante 60 meses
-- formula_es: hermanamientos activos establecidos antes del período o en fecha desconocida, sin intercambio, evento
--    ni contacto comercial en los 5 años de datos que terminan con el año; solo de miembros que informaron
--    intercambios en los cinco; n = estos
-- trace: ties = COUNT(*) FROM ties WHERE dormant_5 AND full_5
-- window: 5 years
SELECT
  data_year,
  level,
  key,
  CASE WHEN full_5 > 0 THEN dormant_5 END AS low,
  CASE WHEN full_5 > 0 THEN dormant_5 END AS central,
  CASE WHEN full_5 > 0 THEN dormant_5 END AS high,
  full_5 AS n,
  CASE WHEN full_5 > 0 THEN 'value' ELSE 'not_known' END AS status,
  0 AS rows_not_computed
FROM tie_counts
