-- title: Ratios with costs that are withheld
-- grain: one row per data year, level (network or state) and key
-- unit: none
-- formula: these ratios add up only members that reported budgets and exchanges, and so split the withheld members of a
--    state in two. A state's is withheld when it has withheld members of both sorts; the network's when some state cannot
--    hide either sort within itself, unless four states or more can move five people from one sort to the other
-- sources: withheld_parts, cost_parts
-- zone: protected
-- key: data_year, level, key
-- columns:
--    data_year INTEGER: the year
--    level VARCHAR: network or state
--    key VARCHAR: the state; empty for network
WITH
sorts AS (
  SELECT
    p.count_id,
    p.data_year,
    p.place,
    COALESCE(c.members, 0) > 0 AS with_budget,
    COUNT(DISTINCT p.member_id) AS members,
    SUM(p.slack) AS slack,
    COUNT(DISTINCT p.country) AS countries
  FROM withheld_parts AS p
  LEFT JOIN cost_parts AS c ON c.data_year = p.data_year AND c.level = 'member' AND c.key = p.member_id
  WHERE p.member_withheld AND p.count_id IN ('people_in', 'people_out', 'people_virtual')
  GROUP BY p.count_id, p.data_year, p.place, COALESCE(c.members, 0) > 0
),
places AS (
  SELECT
    count_id,
    data_year,
    place,
    MIN(CASE WHEN members >= 2 AND slack >= 5 AND countries >= 2 THEN 1 ELSE 0 END) = 0 AS needs_both,
    MIN(slack) >= 5 AS moves_both
  FROM sorts
  GROUP BY count_id, data_year, place
  HAVING COUNT(*) = 2
),
years AS (
  SELECT
    count_id,
    data_year,
    SUM(CASE WHEN needs_both THEN 1 ELSE 0 END) AS needing,
    SUM(CASE WHEN moves_both THEN 1 ELSE 0 END) AS moving
  FROM places
  GROUP BY count_id, data_year
)

SELECT DISTINCT data_year, 'state' AS level, SUBSTRING(place, 7, 2) AS key
FROM places
WHERE place <> 'network'
UNION ALL
SELECT DISTINCT data_year, 'network', '' FROM years WHERE needing > 0 AND moving < 4
