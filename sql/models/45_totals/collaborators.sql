-- title: Collaborators
-- grain: one row per data year, member and organization that took part in an exchange or event
-- unit: none
-- formula: the lists of co_organizers taken apart; names are compared folded
-- sources: exchanges, events, exchange_amounts, event_amounts, members
-- zone: protected
-- key: data_year, member_id, organization_key
-- columns:
--    data_year INTEGER: the year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
--    organization_key VARCHAR: the organization, folded
--    public BOOLEAN: a row that is not held back names it
WITH
lists AS (
  SELECT e.data_year, e.member_id, e.co_organizers_key AS names, a.public
  FROM exchanges AS e
  JOIN exchange_amounts AS a ON a.submission_id = e.submission_id AND a.source_row = e.source_row
  WHERE e.co_organizers_key IS NOT NULL
  UNION
  SELECT e.data_year, e.member_id, e.co_organizers_key AS names, a.public
  FROM events AS e
  JOIN event_amounts AS a ON a.submission_id = e.submission_id AND a.source_row = e.source_row
  WHERE e.co_organizers_key IS NOT NULL
),
counted AS (
  SELECT data_year, member_id, names, public, LENGTH(names) - LENGTH(REPLACE(names, ';', '')) + 1 AS items FROM lists
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
  SELECT c.data_year, c.member_id, c.public, TRIM(SPLIT_PART(c.names, ';', CAST(p.place AS INTEGER))) AS organization_key
  FROM counted AS c
  JOIN places AS p ON p.place <= c.items
)

SELECT i.data_year, i.member_id, m.state, i.organization_key, MAX(CASE WHEN i.public THEN 1 ELSE 0 END) = 1 AS public
FROM items AS i
JOIN members AS m ON m.member_id = i.member_id
WHERE i.organization_key <> ''
GROUP BY i.data_year, i.member_id, m.state, i.organization_key
