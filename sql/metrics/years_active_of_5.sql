-- title: Years active of the last five
-- unit: years
-- grain: data year, level and key
-- goal: creative exchange
-- formula: of the 5 data years that end with the year, those with an exchange, event or trade contact; not known
--    unless the member reported exchanges in all five
-- sources: exchanges, events and trade contacts in force
-- levels: member, partnership
-- datasets: exchanges
-- counts: members that reported exchanges in all five years
-- decimals: 0
-- title_es: Años activos de los últimos cinco
-- formula_es: de los 5 años de datos que terminan con el año, aquellos con un intercambio, evento o contacto
--    comercial; no se conoce si el miembro no informó intercambios en los cinco
-- trace: years = COUNT(DISTINCT data_year) FROM activity_rows OVER 5 YEARS
-- window: 5 years
WITH
years AS (
  SELECT data_year, 'member' AS level, member_id AS key, active_5, full_5 FROM member_windows
  UNION ALL
  SELECT data_year, 'partnership', partnership_id, active_5, full_5 FROM partnership_windows WHERE NOT whole
)

SELECT
  data_year,
  level,
  key,
  CASE WHEN full_5 THEN active_5 END AS low,
  CASE WHEN full_5 THEN active_5 END AS central,
  CASE WHEN full_5 THEN active_5 END AS high,
  CASE WHEN full_5 THEN 1 ELSE 0 END AS n,
  CASE WHEN full_5 THEN 'value' ELSE 'not_known' END AS status,
  0 AS rows_not_computed
FROM years
