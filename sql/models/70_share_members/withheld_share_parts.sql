-- title: Members and purposes whose share is withheld
-- grain: one row per share, data year and member or purpose with people
-- unit: people
-- formula: withheld where a count of the people is, where 1 to 9 belong or do not, or where an earlier edition did so. The withheld ones of a state, and
--    of the purposes, are two or more, one of them printed with five people or more on either side; else the smallest
--    such is withheld as well; else the state, or the network, is (lonely)
-- sources: people_among, share_bases, withheld_people, members
-- zone: protected
-- key: share_id, data_year, level, key
-- columns:
--    share_id VARCHAR: youth, officials, first_time, known_lodging or guests
--    data_year INTEGER: the year
--    level VARCHAR: member or purpose
--    key VARCHAR: the member or purpose
--    state VARCHAR: the member's state; null for a purpose
--    belong BIGINT: people who belong
--    people BIGINT: all people
--    withheld BOOLEAN: withheld for its own sake or for another one
--    lonely BOOLEAN: the members of the state, or the purposes, cannot hide each other
WITH
hidden AS (
  SELECT DISTINCT b.share_id, w.data_year, w.level, w.key
  FROM withheld_people AS w
  JOIN share_bases AS b ON b.count_id = w.count_id
),
judged AS (
  SELECT
    s.share_id,
    s.data_year,
    s.level,
    s.key,
    m.state,
    s.belong,
    s.people,
    h.share_id IS NOT NULL
      OR s.kept
      OR s.belong BETWEEN 1 AND 9
      OR s.people - s.belong BETWEEN 1 AND 9
      OR s.asked - s.belong BETWEEN 1 AND 9 AS small,
    NOT (s.known OR s.kept) AS fresh,
    h.share_id IS NULL AND s.belong >= 5 AND s.people - s.belong >= 5 AS two_sided
  FROM people_among AS s
  LEFT JOIN members AS m ON s.level = 'member' AND m.member_id = s.key
  LEFT JOIN hidden AS h ON h.share_id = s.share_id AND h.data_year = s.data_year AND h.level = s.level AND h.key = s.key
  WHERE s.level IN ('member', 'purpose')
),
groups AS (
  SELECT
    j.*,
    SUM(CASE WHEN small THEN belong ELSE 0 END) OVER of_group AS small_belong,
    SUM(CASE WHEN small THEN people - belong ELSE 0 END) OVER of_group AS small_others,
    SUM(CASE WHEN small THEN 1 ELSE 0 END) OVER of_group AS smalls,
    SUM(CASE WHEN small AND two_sided THEN 1 ELSE 0 END) OVER of_group AS helpers,
    SUM(CASE WHEN small AND fresh THEN belong ELSE 0 END) OVER of_group AS fresh_belong,
    SUM(CASE WHEN small AND fresh THEN people - belong ELSE 0 END) OVER of_group AS fresh_others,
    SUM(CASE WHEN small AND fresh THEN 1 ELSE 0 END) OVER of_group AS fresh_smalls,
    SUM(CASE WHEN small AND fresh AND two_sided THEN 1 ELSE 0 END) OVER of_group AS fresh_helpers,
    MAX(CASE WHEN NOT small AND fresh AND two_sided THEN 1 ELSE 0 END) OVER of_group = 1 AS has_help,
    ROW_NUMBER() OVER (
      PARTITION BY share_id, data_year, level, state
      ORDER BY CASE WHEN NOT small AND fresh AND two_sided THEN 0 ELSE 1 END, people, key
    ) AS place
  FROM judged AS j
  WINDOW of_group AS (PARTITION BY share_id, data_year, level, state)
),
needs AS (
  SELECT
    g.*,
    (small_belong > 0 AND small_others > 0 AND NOT (smalls >= 2 AND helpers >= 1))
      OR (fresh_belong > 0 AND fresh_others > 0 AND NOT (fresh_smalls >= 2 AND fresh_helpers >= 1)) AS needs_one
  FROM groups AS g
)

SELECT
  share_id,
  data_year,
  level,
  key,
  state,
  belong,
  people,
  small OR (needs_one AND has_help AND place = 1) AS withheld,
  needs_one AND NOT has_help AS lonely
FROM needs
