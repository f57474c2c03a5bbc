-- title: States that are withheld
-- grain: one row per count of people, data year and state with people
-- unit: people
-- formula: a state of 1 to 9 people, or whose members cannot hide each other, or that an earlier edition withheld, is
--    withheld, and with it all its members.
--    The withheld states are two or more, with ties to two countries or more and five people or more above their floors;
--    else the smallest other state that brings this about is withheld as well; else the whole network is (dark), as it
--    is when it has 1 to 9 people or when its purposes cannot hide each other
-- sources: withheld_members, withheld_purposes, people_counts
-- zone: protected
-- key: count_id, data_year, state
-- columns:
--    count_id VARCHAR: the count
--    data_year INTEGER: the year
--    state VARCHAR: the state
--    people BIGINT: exact number
--    withheld BOOLEAN: withheld for its own sake or for another state
--    dark BOOLEAN: the network's total is withheld, and all that it is made of
WITH
sums AS (
  SELECT
    count_id,
    data_year,
    state,
    SUM(people) AS people,
    SUM(slack) AS slack,
    MIN(first_country) AS first_country,
    MAX(last_country) AS last_country,
    SUM(people) < 10 OR MAX(CASE WHEN lonely THEN 1 ELSE 0 END) = 1 AS small
  FROM withheld_members
  GROUP BY count_id, data_year, state
),
judged AS (
  SELECT
    s.count_id,
    s.data_year,
    s.state,
    s.people,
    s.slack,
    s.first_country,
    s.last_country,
    s.small OR c.kept AS small,
    NOT (c.known OR c.kept) AS fresh,
    n.people < 10 OR n.kept AS small_network
  FROM sums AS s
  JOIN people_counts AS c
    ON c.count_id = s.count_id AND c.data_year = s.data_year AND c.level = 'state' AND c.key = s.state
  JOIN people_counts AS n ON n.count_id = s.count_id AND n.data_year = s.data_year AND n.level = 'network'
),
groups AS (
  SELECT
    j.*,
    MAX(CASE WHEN small THEN 1 ELSE 0 END) OVER of_year = 1 AS in_need,
    MAX(CASE WHEN small AND fresh THEN 1 ELSE 0 END) OVER of_year = 1 AS fresh_in_need,
    SUM(CASE WHEN small THEN 1 ELSE 0 END) OVER of_year AS smalls,
    SUM(CASE WHEN small AND fresh THEN 1 ELSE 0 END) OVER of_year AS fresh_smalls,
    SUM(CASE WHEN small THEN slack ELSE 0 END) OVER of_year AS small_slack,
    SUM(CASE WHEN small AND fresh THEN slack ELSE 0 END) OVER of_year AS fresh_slack,
    MIN(CASE WHEN small THEN first_country END) OVER of_year AS from_country,
    MAX(CASE WHEN small THEN last_country END) OVER of_year AS to_country,
    MIN(CASE WHEN small AND fresh THEN first_country END) OVER of_year AS fresh_from,
    MAX(CASE WHEN small AND fresh THEN last_country END) OVER of_year AS fresh_to
  FROM judged AS j
  WINDOW of_year AS (PARTITION BY count_id, data_year)
),
needs AS (
  SELECT
    g.*,
    (in_need AND NOT (smalls >= 2 AND small_slack >= 5 AND from_country <> to_country))
      OR (fresh_in_need AND NOT (fresh_smalls >= 2 AND fresh_slack >= 5 AND fresh_from <> fresh_to)) AS needs_one,
    NOT small AND fresh AND slack >= 5
      AND COALESCE(NOT (first_country = last_country AND first_country = COALESCE(fresh_from, from_country)
        AND last_country = COALESCE(fresh_to, to_country)), TRUE) AS can_help
  FROM groups AS g
),
ranked AS (
  SELECT
    n.*,
    MAX(CASE WHEN can_help THEN 1 ELSE 0 END) OVER (PARTITION BY count_id, data_year) = 1 AS has_help,
    ROW_NUMBER() OVER (
      PARTITION BY count_id, data_year ORDER BY CASE WHEN can_help THEN 0 ELSE 1 END, people, state
    ) AS place
  FROM needs AS n
),
lonely_purposes AS (
  SELECT count_id, data_year FROM withheld_purposes WHERE lonely GROUP BY count_id, data_year
)

SELECT
  r.count_id,
  r.data_year,
  r.state,
  r.people,
  r.small OR (r.needs_one AND r.can_help AND r.place = 1) AS withheld,
  (r.needs_one AND NOT r.has_help) OR r.small_network OR p.count_id IS NOT NULL AS dark
FROM ranked AS r
LEFT JOIN lonely_purposes AS p ON p.count_id = r.count_id AND p.data_year = r.data_year
