-- title: State totals that are withheld
-- grain: one row per count of people, data year and state with people
-- unit: people
-- formula: the withheld states, and for the sake of the network's ratios with costs: when their members are of both
--    sorts, with a budget and without, each sort hides itself as all of them do; else the smallest other state that
--    brings this about is withheld as well
-- sources: withheld_states, withheld_members
-- zone: protected
-- key: count_id, data_year, state
-- columns:
--    count_id VARCHAR: the count
--    data_year INTEGER: the year
--    state VARCHAR: the state
--    withheld BOOLEAN: its total is withheld
--    dark BOOLEAN: the network's total is withheld, and all that it is made of
WITH
sorts AS (
  SELECT
    s.count_id,
    s.data_year,
    s.state,
    s.people,
    s.withheld,
    s.dark,
    m.with_budget,
    COUNT(*) AS members,
    SUM(m.slack) AS slack,
    MIN(m.first_country) AS first_country,
    MAX(m.last_country) AS last_country
  FROM withheld_states AS s
  JOIN withheld_members AS m ON m.count_id = s.count_id AND m.data_year = s.data_year AND m.state = s.state
  GROUP BY s.count_id, s.data_year, s.state, s.people, s.withheld, s.dark, m.with_budget
),
groups AS (
  SELECT
    s.*,
    MIN(CASE WHEN withheld AND with_budget THEN 1 WHEN withheld THEN 0 END) OVER of_year
      <> MAX(CASE WHEN withheld AND with_budget THEN 1 WHEN withheld THEN 0 END) OVER of_year AS both_sorts,
    SUM(CASE WHEN withheld THEN members ELSE 0 END) OVER of_sort AS hidden,
    SUM(CASE WHEN withheld THEN slack ELSE 0 END) OVER of_sort AS hidden_slack,
    MIN(CASE WHEN withheld THEN first_country END) OVER of_sort AS from_country,
    MAX(CASE WHEN withheld THEN last_country END) OVER of_sort AS to_country
  FROM sorts AS s
  WINDOW
    of_year AS (PARTITION BY count_id, data_year),
    of_sort AS (PARTITION BY count_id, data_year, with_budget)
),
needs AS (
  SELECT
    g.*,
    COALESCE(both_sorts, FALSE)
      AND NOT (hidden >= 2 AND hidden_slack >= 5 AND from_country <> to_country) AS needs_one,
    NOT withheld AND slack >= 5
      AND NOT (first_country = last_country AND first_country = from_country AND last_country = to_country) AS can_help
  FROM groups AS g
),
ranked AS (
  SELECT
    n.*,
    ROW_NUMBER() OVER (
      PARTITION BY count_id, data_year, with_budget
      ORDER BY CASE WHEN can_help THEN 0 ELSE 1 END, people, state
    ) AS place
  FROM needs AS n
)

SELECT
  count_id,
  data_year,
  state,
  MAX(CASE WHEN withheld OR (needs_one AND can_help AND place = 1) THEN 1 ELSE 0 END) = 1 AS withheld,
  dark
FROM ranked
GROUP BY count_id, data_year, state, dark
