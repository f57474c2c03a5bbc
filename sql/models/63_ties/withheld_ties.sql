-- title: Ties that are withheld
-- grain: one row per count of people, data year and tie with people; a row without a tie holds a member's people of no tie
-- unit: people
-- formula: a tie of 1 to 9 people is withheld, and one that an earlier edition withheld. The withheld ties of a member are two or more, of two countries or more,
--    with five people or more above their floors; else the smallest other tie that brings this about is withheld as
--    well; else the member is (lonely). People of no tie are never printed, and count as withheld. Among ties that no
--    earlier edition told of (fresh) the same holds by themselves, or a comparison of the editions would tell them
-- sources: people_counts, partnerships, members
-- zone: protected
-- key: count_id, data_year, member_id, partnership_id
-- columns:
--    count_id VARCHAR: the count
--    data_year INTEGER: the year
--    state VARCHAR: the member's state
--    member_id VARCHAR: the member
--    partnership_id VARCHAR: the tie; null = people of no tie
--    country VARCHAR: the partner's country; for people of no tie the member, which is no country's column
--    people BIGINT: exact number
--    slack BIGINT: people above the floor
--    fresh BOOLEAN: no earlier edition printed this number or withheld one
--    withheld BOOLEAN: withheld for its own sake or for another tie of the member
--    lonely BOOLEAN: the member's ties cannot hide each other
WITH
ties AS (
  SELECT c.count_id, c.data_year, p.member_id, c.key AS partnership_id, p.partner_country AS country, c.people, c.floor,
    c.known, c.kept
  FROM people_counts AS c
  JOIN partnerships AS p ON p.partnership_id = c.key
  WHERE c.level = 'partnership'
),
of_ties AS (
  SELECT count_id, data_year, member_id, SUM(people) AS people, SUM(floor) AS floor
  FROM ties
  GROUP BY count_id, data_year, member_id
),
-- A member's people of no tie: what its ties leave of its total.
rest AS (
  SELECT
    c.count_id,
    c.data_year,
    c.key AS member_id,
    c.people - COALESCE(t.people, 0) AS people,
    c.floor - COALESCE(t.floor, 0) AS floor,
    c.known OR c.kept AS told
  FROM people_counts AS c
  LEFT JOIN of_ties AS t ON t.count_id = c.count_id AND t.data_year = c.data_year AND t.member_id = c.key
  WHERE c.level = 'member' AND c.people > COALESCE(t.people, 0)
),
parts AS (
  SELECT count_id, data_year, member_id, partnership_id, country, people, floor, kept, NOT (known OR kept) AS fresh FROM ties
  UNION ALL
  SELECT count_id, data_year, member_id, NULL, member_id, people, floor, FALSE, NOT told FROM rest
),
judged AS (
  SELECT
    p.count_id,
    p.data_year,
    m.state,
    p.member_id,
    p.partnership_id,
    p.country,
    p.people,
    CASE WHEN p.people > p.floor THEN p.people - p.floor ELSE 0 END AS slack,
    p.people < 10 OR p.kept AS needy,
    p.people < 10 OR p.kept OR p.partnership_id IS NULL AS small,
    p.fresh
  FROM parts AS p
  JOIN members AS m ON m.member_id = p.member_id
),
groups AS (
  SELECT
    j.*,
    MAX(CASE WHEN needy THEN 1 ELSE 0 END) OVER of_member = 1 AS in_need,
    MAX(CASE WHEN needy AND fresh THEN 1 ELSE 0 END) OVER of_member = 1 AS fresh_in_need,
    SUM(CASE WHEN small THEN 1 ELSE 0 END) OVER of_member AS smalls,
    SUM(CASE WHEN small AND fresh THEN 1 ELSE 0 END) OVER of_member AS fresh_smalls,
    SUM(CASE WHEN small THEN slack ELSE 0 END) OVER of_member AS small_slack,
    SUM(CASE WHEN small AND fresh THEN slack ELSE 0 END) OVER of_member AS fresh_slack,
    MIN(CASE WHEN small THEN country END) OVER of_member AS from_country,
    MAX(CASE WHEN small THEN country END) OVER of_member AS to_country,
    MIN(CASE WHEN small AND fresh THEN country END) OVER of_member AS fresh_from,
    MAX(CASE WHEN small AND fresh THEN country END) OVER of_member AS fresh_to
  FROM judged AS j
  WINDOW of_member AS (PARTITION BY count_id, data_year, member_id)
),
needs AS (
  SELECT
    g.*,
    (in_need AND NOT (smalls >= 2 AND small_slack >= 5 AND from_country <> to_country))
      OR (fresh_in_need AND NOT (fresh_smalls >= 2 AND fresh_slack >= 5 AND fresh_from <> fresh_to)) AS needs_one,
    NOT small AND fresh AND slack >= 5
      AND COALESCE(NOT (country = country AND country = COALESCE(fresh_from, from_country)
        AND country = COALESCE(fresh_to, to_country)), TRUE) AS can_help
  FROM groups AS g
),
ranked AS (
  SELECT
    n.*,
    MAX(CASE WHEN can_help THEN 1 ELSE 0 END) OVER (PARTITION BY count_id, data_year, member_id) = 1 AS has_help,
    ROW_NUMBER() OVER (
      PARTITION BY count_id, data_year, member_id
      ORDER BY CASE WHEN can_help THEN 0 ELSE 1 END, people, country, partnership_id NULLS LAST
    ) AS place
  FROM needs AS n
)

SELECT
  count_id,
  data_year,
  state,
  member_id,
  partnership_id,
  country,
  people,
  slack,
  fresh,
  small OR (needs_one AND can_help AND place = 1) AS withheld,
  needs_one AND NOT has_help AS lonely
FROM ranked
