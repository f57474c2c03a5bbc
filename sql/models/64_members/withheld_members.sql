-- title: Members that are withheld
-- grain: one row per count of people, data year and member with people
-- unit: people
-- formula: a member of 1 to 9 people, or whose ties cannot hide each other, is withheld. The withheld members of a state
--    are two or more, with ties to two countries or more and five people or more above their floors; else the smallest
--    other member that brings this about is withheld as well; else the state is (lonely)
-- sources: withheld_ties
-- zone: protected
-- key: count_id, data_year, member_id
-- columns:
--    count_id VARCHAR: the count
--    data_year INTEGER: the year
--    state VARCHAR: its state
--    member_id VARCHAR: the member
--    people BIGINT: exact number
--    slack BIGINT: people above the floor
--    first_country VARCHAR: first of its countries by code
--    last_country VARCHAR: last of them
--    withheld BOOLEAN: withheld for its own sake or for another member of the state
--    lonely BOOLEAN: the state's members cannot hide each other
WITH
sums AS (
  SELECT
    count_id,
    data_year,
    state,
    member_id,
    SUM(people) AS people,
    SUM(slack) AS slack,
    MIN(country) AS first_country,
    MAX(country) AS last_country,
    SUM(people) < 10 OR MAX(CASE WHEN lonely THEN 1 ELSE 0 END) = 1 AS small
  FROM withheld_ties
  GROUP BY count_id, data_year, state, member_id
),
groups AS (
  SELECT
    s.*,
    SUM(CASE WHEN small THEN 1 ELSE 0 END) OVER of_state AS smalls,
    SUM(CASE WHEN small THEN slack ELSE 0 END) OVER of_state AS small_slack,
    MIN(CASE WHEN small THEN first_country END) OVER of_state AS from_country,
    MAX(CASE WHEN small THEN last_country END) OVER of_state AS to_country
  FROM sums AS s
  WINDOW of_state AS (PARTITION BY count_id, data_year, state)
),
needs AS (
  SELECT
    g.*,
    smalls > 0 AND NOT (smalls >= 2 AND small_slack >= 5 AND from_country <> to_country) AS needs_one,
    NOT small AND slack >= 5
      AND NOT (first_country = last_country AND first_country = from_country AND last_country = to_country) AS can_help
  FROM groups AS g
),
ranked AS (
  SELECT
    n.*,
    MAX(CASE WHEN can_help THEN 1 ELSE 0 END) OVER (PARTITION BY count_id, data_year, state) = 1 AS has_help,
    ROW_NUMBER() OVER (
      PARTITION BY count_id, data_year, state ORDER BY CASE WHEN can_help THEN 0 ELSE 1 END, people, member_id
    ) AS place
  FROM needs AS n
)

SELECT
  count_id,
  data_year,
  state,
  member_id,
  people,
  slack,
  first_country,
  last_country,
  small OR (needs_one AND can_help AND place = 1) AS withheld,
  needs_one AND NOT has_help AS lonely
FROM ranked
