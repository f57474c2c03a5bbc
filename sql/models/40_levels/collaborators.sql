-- title: Collaborators
-- grain: one row per data year, member and organization that took part in an exchange or event
-- unit: none
-- formula: the lists of co_organizers taken apart; names are compared folded
-- sources: exchanges, events, members
-- zone: protected
-- key: data_year, member_id, organization_key
-- columns:
--    data_year INTEGER: the year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
--    organization_key VARCHAR: the organization, folded
WITH
lists AS (
  SELECT DISTINCT data_year, member_id, co_organizers_key AS names FROM exchanges WHERE co_organizers_key IS NOT NULL
  UNION
  SELECT DISTINCT data_year, member_id, co_organizers_key AS names FROM events WHERE co_organizers_key IS NOT NULL
),
counted AS (
  SELECT data_year, member_id, names, LENGTH(names) - LENGTH(REPLACE(names, ';', '')) + 1 AS items FROM lists
),
digits AS (
  SELECT CAST(digit AS INTEGER) AS digit
  FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS d(digit)
),
-- As many places as the longest list has, up to ten thousand.
places AS (
  SELECT 1 + a.digit + 10 * b.digit + 100 * c.digit + 1000 * d.digit AS place
  FROM digits AS a
  CROSS JOIN digits AS b
  CROSS JOIN digits AS c
  CROSS JOIN digits AS d
  CROSS JOIN (SELECT MAX(items) AS items FROM counted) AS longest
  WHERE 1 + a.digit + 10 * b.digit + 100 * c.digit + 1000 * d.digit <= longest.items
),
items AS (
  SELECT c.data_year, c.member_id, TRIM(SPLIT_PART(c.names, ';', CAST(p.place AS INTEGER))) AS organization_key
  FROM counted AS c
  JOIN places AS p ON p.place <= c.items
)

SELECT DISTINCT i.data_year, i.member_id, m.state, i.organization_key
FROM items AS i
JOIN members AS m ON m.member_id = i.member_id
WHERE i.organization_key <> ''
