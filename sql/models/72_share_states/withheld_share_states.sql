-- title: States whose share is withheld
-- grain: one row per share, data year and state with people
-- unit: people
-- formula: as for members, of the network; a state whose members cannot hide each other is withheld with all of them;
--    when states or purposes cannot hide each other, or the network has 1 to 9 who belong or do not, all is (dark)
-- sources: people_among, share_bases, withheld_people, withheld_share_parts
-- zone: protected
-- key: share_id, data_year, state
-- columns:
--    share_id VARCHAR: youth, officials, first_time, known_lodging or guests
--    data_year INTEGER: the year
--    state VARCHAR: the state
--    withheld BOOLEAN: withheld for its own sake or for another state
--    dark BOOLEAN: the network's number is withheld, and all that it is made of
WITH
hidden AS (
  SELECT DISTINCT b.share_id, w.data_year, w.level, w.key
  FROM withheld_people AS w
  JOIN share_bases AS b ON b.count_id = w.count_id
  WHERE w.level IN ('state', 'network')
),
lonely AS (
  SELECT DISTINCT share_id, data_year, COALESCE(state, '') AS key FROM withheld_share_parts WHERE lonely
),
judged AS (
  SELECT
    s.share_id,
    s.data_year,
    s.level,
    s.key AS state,
    s.belong,
    s.people,
    h.share_id IS NOT NULL
      OR l.share_id IS NOT NULL
      OR s.kept
      OR s.belong BETWEEN 1 AND 9
      OR s.people - s.belong BETWEEN 1 AND 9
      OR s.asked - s.belong BETWEEN 1 AND 9 AS small,
    NOT (s.known OR s.kept) AS fresh,
    h.share_id IS NULL AND s.belong >= 5 AND s.people - s.belong >= 5 AS two_sided
  FROM people_among AS s
  LEFT JOIN hidden AS h ON h.share_id = s.share_id AND h.data_year = s.data_year AND h.level = s.level AND h.key = s.key
  LEFT JOIN lonely AS l ON l.share_id = s.share_id AND l.data_year = s.data_year AND l.key = s.key
  WHERE s.level IN ('state', 'network')
),
groups AS (
  SELECT
    j.*,
    SUM(CASE WHEN level = 'state' AND small THEN belong ELSE 0 END) OVER of_year AS small_belong,
    SUM(CASE WHEN level = 'state' AND small THEN people - belong ELSE 0 END) OVER of_year AS small_others,
    SUM(CASE WHEN level = 'state' AND small THEN 1 ELSE 0 END) OVER of_year AS smalls,
    SUM(CASE WHEN level = 'state' AND small AND two_sided THEN 1 ELSE 0 END) OVER of_year AS helpers,
    SUM(CASE WHEN level = 'state' AND small AND fresh THEN belong ELSE 0 END) OVER of_year AS fresh_belong,
    SUM(CASE WHEN level = 'state' AND small AND fresh THEN people - belong ELSE 0 END) OVER of_year AS fresh_others,
    SUM(CASE WHEN level = 'state' AND small AND fresh THEN 1 ELSE 0 END) OVER of_year AS fresh_smalls,
    SUM(CASE WHEN level = 'state' AND small AND fresh AND two_sided THEN 1 ELSE 0 END) OVER of_year AS fresh_helpers,
    MAX(CASE WHEN level = 'state' AND NOT small AND fresh AND two_sided THEN 1 ELSE 0 END) OVER of_year = 1 AS has_help,
    MAX(CASE WHEN level = 'network' AND small THEN 1 ELSE 0 END) OVER of_year = 1 AS small_network,
    ROW_NUMBER() OVER (
      PARTITION BY share_id, data_year
      ORDER BY CASE WHEN level = 'state' AND NOT small AND fresh AND two_sided THEN 0 ELSE 1 END, people, state
    ) AS place
  FROM judged AS j
  WINDOW of_year AS (PARTITION BY share_id, data_year)
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
  state,
  small OR (needs_one AND has_help AND place = 1) AS withheld,
  small_network OR (needs_one AND NOT has_help) AS dark
FROM needs
WHERE level = 'state'
