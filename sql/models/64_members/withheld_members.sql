-- title: Members that are withheld
-- grain: one row per count of people, data year and member with people
-- unit: people
-- formula: a member of 1 to 9 people, or whose ties cannot hide each other, or that an earlier edition withheld, is
--    withheld. The withheld members of a state
--    are two or more, with ties to two countries or more and five people or more above their floors; else the smallest
--    other member that brings this about is withheld as well; else the state is (lonely)
-- sources: withheld_ties, people_counts, cost_parts
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
--    fresh BOOLEAN: no earlier edition printed this number or withheld one
--    with_budget BOOLEAN: it stands in ratios with costs
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
judged AS (
  SELECT
    s.count_id,
    s.data_year,
    s.state,
    s.member_id,
    s.people,
    s.slack,
    s.first_country,
    s.last_country,
    s.small OR c.kept AS small,
    NOT (c.known OR c.kept) AS fresh
  FROM sums AS s
  JOIN people_counts AS c
    ON c.count_id = s.count_id AND c.data_year = s.data_year AND c.level = 'member' AND c.key = s.member_id
),
groups AS (
  SELECT
    j.*,
    MAX(CASE WHEN small THEN 1 ELSE 0 END) OVER of_state = 1 AS in_need,
    MAX(CASE WHEN small AND fresh THEN 1 ELSE 0 END) OVER of_state = 1 AS fresh_in_need,
    SUM(CASE WHEN small THEN 1 ELSE 0 END) OVER of_state AS smalls,
    SUM(CASE WHEN small AND fresh THEN 1 ELSE 0 END) OVER of_state AS fresh_smalls,
    SUM(CASE WHEN small THEN slack ELSE 0 END) OVER of_state AS small_slack,
    SUM(CASE WHEN small AND fresh THEN slack ELSE 0 END) OVER of_state AS fresh_slack,
    MIN(CASE WHEN small THEN first_country END) OVER of_state AS from_country,
    MAX(CASE WHEN small THEN last_country END) OVER of_state AS to_country,
    MIN(CASE WHEN small AND fresh THEN first_country END) OVER of_state AS fresh_from,
    MAX(CASE WHEN small AND fresh THEN last_country END) OVER of_state AS fresh_to
  FROM judged AS j
  WINDOW of_state AS (PARTITION BY count_id, data_year, state)
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
    MAX(CASE WHEN can_help THEN 1 ELSE 0 END) OVER (PARTITION BY count_id, data_year, state) = 1 AS has_help,
    ROW_NUMBER() OVER (
      PARTITION BY count_id, data_year, state ORDER BY CASE WHEN can_help THEN 0 ELSE 1 END, people, member_id
    ) AS place
  FROM needs AS n
)

SELECT
  r.count_id,
  r.data_year,
  r.state,
  r.member_id,
  r.people,
  r.slack,
  r.first_country,
  r.last_country,
  r.fresh,
  COALESCE(c.members, 0) > 0 AS with_budget,
  r.small OR (r.needs_one AND r.can_help AND r.place = 1) AS withheld,
  r.needs_one AND NOT r.has_help AS lonely
FROM ranked AS r
LEFT JOIN cost_parts AS c ON c.data_year = r.data_year AND c.level = 'member' AND c.key = r.member_id
