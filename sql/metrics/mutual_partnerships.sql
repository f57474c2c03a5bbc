-- title: Mutual partnerships
-- unit: partnerships
-- grain: data year, level and key
-- goal: two-way, mutually beneficial
-- formula: partnerships of any status with inbound and outbound people in the 3 data years that end with the year;
--    n = members that reported exchanges in all three; for a member or partnership without such a window: not known
-- sources: registry, exchanges in force
-- levels: network, state, member, partnership, partner_country
-- datasets: exchanges
-- counts: members that reported exchanges in all years of the window
-- decimals: 0
-- title_es: Hermanamientos mutuos
-- formula_es: hermanamientos de cualquier situación con personas recibidas y enviadas en los 3 años de datos que
--    terminan con el año; n = miembros que informaron intercambios en los tres; para un miembro o hermanamiento sin
--    esos años: no se conoce
-- trace: ties = COUNT(*) FROM ties WHERE mutual_3
-- window: 3 years
WITH
judged AS (
  SELECT
    data_year,
    level,
    key,
    mutual_3,
    full_3,
    CASE
      WHEN level IN ('member', 'partnership') AND full_3 = 0 THEN 'not_known'
      WHEN reported_3 = 0 AND mutual_3 = 0 THEN 'not_reported'
      ELSE 'value'
    END AS status
  FROM tie_counts
)

SELECT
  data_year,
  level,
  key,
  CASE WHEN status = 'value' THEN mutual_3 END AS low,
  CASE WHEN status = 'value' THEN mutual_3 END AS central,
  CASE WHEN status = 'value' THEN mutual_3 END AS high,
  full_3 AS n,
  status,
  0 AS rows_not_computed
FROM judged
