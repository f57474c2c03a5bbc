-- title: Share of first-timers
-- unit: ratio, 0 to 1
-- grain: data year, level and key
-- goal: let officials and citizens explore other cultures
-- formula: first_time ÷ people, over the exchanges where first_time is filled; n = these people
-- sources: exchanges in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- counts: people
-- decimals: 4
-- title_es: Proporción de participantes por primera vez
-- formula_es: first_time ÷ personas, en los intercambios donde first_time consta; n = estas personas
-- trace: first_timers = FROM contributions WHERE metric_id = 'first_time';
--    people = SUM(people) FROM exchange_amounts WHERE first_time IS NOT NULL
-- equals: first_timers ÷ people
-- not_applicable: no exchange says how many of its people were there for the first time
WITH
shares AS (
  SELECT
    r.data_year,
    r.level,
    r.key,
    r.reported,
    COALESCE(s.first_time_of, 0) AS people,
    ratio4(CAST(s.first_time AS DECIMAL(30,6)), CAST(s.first_time_of AS DECIMAL(30,6))) AS share
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
