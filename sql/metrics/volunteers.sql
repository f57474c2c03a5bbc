-- title: Volunteers
-- unit: people
-- grain: data year, level and key
-- goal: volunteer action
-- formula: within member and year, distinct people named plus, per activity, the largest number of people of any
--    one row; state and network = sum of members
-- sources: volunteer hours in force
-- levels: network, state, member
-- datasets: volunteer_hours
-- counts: people
-- decimals: 0
-- peer: yes
-- title_es: Voluntarios
-- formula_es: dentro de miembro y año, personas distintas nombradas más, por actividad, el mayor número de personas
--    de una sola fila; estado y red = suma de miembros
-- trace: people = SUM(people) FROM volunteer_rows
WITH
keyed AS (
  SELECT
    v.data_year,
    l.level,
    level_key(l.level, TRUE, v.state, v.member_id, NULL, NULL, NULL) AS key,
    v.named + v.unnamed AS people
  FROM volunteer_people AS v
  JOIN levels AS l ON l.level IN ('network', 'state', 'member')
),
sums AS (
  SELECT data_year, level, key, SUM(people) AS people FROM keyed GROUP BY data_year, level, key
),
counted AS (
  SELECT r.data_year, r.level, r.key, CASE WHEN r.reported > 0 THEN COALESCE(s.people, 0) END AS people
  FROM level_reports AS r
  LEFT JOIN sums AS s ON s.data_year = r.data_year AND s.level = r.level AND s.key = r.key
  WHERE r.dataset = 'volunteer_hours' AND r.level IN ('network', 'state', 'member')
)

SELECT
  data_year,
  level,
  key,
  people AS low,
  people AS central,
  people AS high,
  COALESCE(people, 0) AS n,
  CASE WHEN people IS NULL THEN 'not_reported' ELSE 'value' END AS status,
  0 AS rows_not_computed
FROM counted
