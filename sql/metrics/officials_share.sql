-- title: Share of officials
-- unit: ratio, 0 to 1
-- grain: data year, level and key
-- goal: develop municipal partnerships
-- formula: officials ÷ people, over the exchanges where officials is filled; n = these people
-- sources: exchanges in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- counts: people
-- decimals: 4
-- title_es: Proporción de funcionarios
-- formula_es: funcionarios ÷ personas, en los intercambios donde officials consta; n = estas personas
-- trace: officials = FROM contributions WHERE metric_id = 'officials';
--    people = SUM(people) FROM exchange_amounts WHERE officials IS NOT NULL
-- equals: officials ÷ people
-- not_applicable: no exchange says how many of its people were officials
WITH
shares AS (
  SELECT
    r.data_year,
    r.level,
    r.key,
    r.reported,
    COALESCE(s.officials_of, 0) AS people,
    ratio4(CAST(s.officials AS DECIMAL(30,6)), CAST(s.officials_of AS DECIMAL(30,6))) AS share
  FROM level_reports AS r
  LEFT JOIN people_shares AS s ON s.data_year = r.data_year AND s.level = r.level AND s.key = r.key
  WHERE r.dataset = 'exchanges'
)

SELECT
  data_year,
  level,
  key,
  share AS low,
  share AS central,
  share AS high,
  people AS n,
  CASE WHEN share IS NOT NULL THEN 'value' WHEN reported > 0 THEN 'not_applicable' ELSE 'not_reported' END AS status,
  0 AS rows_not_computed
FROM shares
