-- title: Breadth of purposes
-- unit: purposes
-- grain: data year, level and key
-- goal: creative exchange
-- formula: distinct purposes of exchanges, virtual included, in the 3 data years that end with the year; n =
--    members that reported exchanges in all three; for a member or partnership without such a window: not known
-- sources: exchanges in force
-- levels: network, state, member, partnership, partner_country
-- datasets: exchanges
-- counts: members that reported exchanges in all years of the window
-- decimals: 0
-- title_es: Amplitud de propósitos
-- formula_es: propósitos distintos de los intercambios, incluidos los virtuales, en los 3 años de datos que
--    terminan con el año; n = miembros que informaron intercambios en los tres; para un miembro o hermanamiento sin
--    esos años: no se conoce
-- trace: purposes = COUNT(DISTINCT purpose) FROM exchange_amounts OVER 3 YEARS
-- window: 3 years
WITH
held AS (
  SELECT DISTINCT data_year, state, member_id, partnership_id, partner_country, purpose, public FROM exchange_amounts
),
keyed AS (
  SELECT DISTINCT
    h.data_year,
    l.level,
    level_key(l.level, h.public, h.state, h.member_id, h.partnership_id, h.partner_country, NULL) AS key,
    h.purpose
  FROM held AS h
  JOIN levels AS l ON l.level <> 'purpose'
),
spans AS (
  SELECT y.data_year, k.level, k.key, COUNT(DISTINCT k.purpose) AS purposes
  FROM keyed AS k
  JOIN data_years AS y ON y.data_year BETWEEN k.data_year AND k.data_year + 2
  GROUP BY y.data_year, k.level, k.key
),
judged AS (
  SELECT
    t.data_year,
    t.level,
    t.key,
    COALESCE(s.purposes, 0) AS purposes,
    t.full_3,
    CASE
      WHEN t.level IN ('member', 'partnership') AND t.full_3 = 0 THEN 'not_known'
      WHEN t.reported_3 = 0 AND s.purposes IS NULL THEN 'not_reported'
      ELSE 'value'
    END AS status
  FROM tie_counts AS t
  LEFT JOIN spans AS s ON s.data_year = t.data_year AND s.level = t.level AND s.key = t.key
)

SELECT
  data_year,
  level,
  key,
  CASE WHEN status = 'value' THEN purposes END AS low,
  CASE WHEN status = 'value' THEN purposes END AS central,
  CASE WHEN status = 'value' THEN purposes END AS high,
  full_3 AS n,
  status,
  0 AS rows_not_computed
FROM judged
