-- title: Purposes that are withheld
-- grain: one row per count of people, data year and purpose with people
-- unit: people
-- formula: a purpose of 1 to 9 people is withheld, and one that an earlier edition withheld. The withheld purposes are two or more, with five people or more above
--    their floors; else the smallest other one that brings this about is withheld as well; else all are; when even
--    that does not do, the network is (lonely)
-- sources: people_counts
-- zone: protected
-- key: count_id, data_year, purpose
-- columns:
--    count_id VARCHAR: the count
--    data_year INTEGER: the year
--    purpose VARCHAR: the purpose
--    withheld BOOLEAN: withheld for its own sake or for another purpose
--    lonely BOOLEAN: the purposes cannot hide each other
WITH
judged AS (
  SELECT
    count_id,
    data_year,
    key AS purpose,
    people,
    CASE WHEN people > floor THEN people - floor ELSE 0 END AS slack,
    people < 10 OR kept AS small,
    NOT (known OR kept) AS fresh
  FROM people_counts
  WHERE level = 'purpose'
),
groups AS (
  SELECT
    j.*,
    COUNT(*) OVER of_year AS purposes,
    SUM(slack) OVER of_year AS all_slack,
    SUM(CASE WHEN small THEN 1 ELSE 0 END) OVER of_year AS smalls,
    SUM(CASE WHEN small THEN slack ELSE 0 END) OVER of_year AS small_slack,
    SUM(CASE WHEN small AND fresh THEN 1 ELSE 0 END) OVER of_year AS fresh_smalls,
    SUM(CASE WHEN small AND fresh THEN slack ELSE 0 END) OVER of_year AS fresh_slack,
    MAX(CASE WHEN NOT small AND fresh AND slack >= 5 THEN 1 ELSE 0 END) OVER of_year = 1 AS has_help,
    ROW_NUMBER() OVER (
      PARTITION BY count_id, data_year
      ORDER BY CASE WHEN NOT small AND fresh AND slack >= 5 THEN 0 ELSE 1 END, people, purpose
    ) AS place
  FROM judged AS j
  WINDOW of_year AS (PARTITION BY count_id, data_year)
),
needs AS (
  SELECT
    g.*,
    (smalls > 0 AND NOT (smalls >= 2 AND small_slack >= 5))
      OR (fresh_smalls > 0 AND NOT (fresh_smalls >= 2 AND fresh_slack >= 5)) AS needs_one
  FROM groups AS g
)

SELECT
  count_id,
  data_year,
  purpose,
  small OR (needs_one AND (NOT has_help OR place = 1)) AS withheld,
  needs_one AND NOT has_help AND (purposes < 2 OR all_slack < 5) AS lonely
FROM needs
