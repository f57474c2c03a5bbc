-- title: Countries that are withheld
-- grain: one row per count of people, data year and country with people
-- unit: people
-- formula: a country's sum runs across all places, and so could give a withheld tie back. It is printed when none of its
--    ties is withheld, or when people can be moved between it and other countries without a trace: the hub is the
--    country that shares most places with others; a country is linked when four places or more hold five withheld people
--    or more above the floor of both it and the hub; the withheld countries are linked when they are four different ones
--    in as many places. Countries of 1 to 9 people, those not linked and those that an earlier
--    edition withheld are withheld; without a linked hub all are. Ties that no earlier edition told of make links of
--    their own
-- sources: withheld_parts, people_counts
-- zone: protected
-- key: count_id, data_year, country
-- columns:
--    count_id VARCHAR: the count
--    data_year INTEGER: the year
--    country VARCHAR: the country; a member's people of no tie stand as one of their own, which is never printed
--    withheld BOOLEAN: its number is withheld
WITH
cells AS (
  SELECT
    count_id,
    data_year,
    country,
    place,
    SUM(people) AS people,
    SUM(CASE WHEN withheld THEN slack ELSE 0 END) AS slack,
    SUM(CASE WHEN withheld AND fresh THEN slack ELSE 0 END) AS fresh_slack,
    MAX(CASE WHEN withheld THEN 1 ELSE 0 END) AS holds_withheld,
    MAX(CASE WHEN withheld AND fresh THEN 1 ELSE 0 END) AS holds_fresh,
    MAX(CASE WHEN partnership_id IS NULL THEN 1 ELSE 0 END) AS no_tie,
    MAX(CASE WHEN dark THEN 1 ELSE 0 END) AS dark
  FROM withheld_parts
  GROUP BY count_id, data_year, country, place
),
sums AS (
  SELECT
    count_id,
    data_year,
    country,
    MAX(holds_withheld) = 1 AS holds_withheld,
    MAX(holds_fresh) = 1 AS holds_fresh,
    SUM(people) < 10 OR MAX(no_tie) = 1 OR MAX(dark) = 1 AS small,
    SUM(CASE WHEN slack >= 5 THEN 1 ELSE 0 END) AS strong_places
  FROM cells
  GROUP BY count_id, data_year, country
),
countries AS (
  SELECT
    s.count_id,
    s.data_year,
    s.country,
    s.holds_withheld,
    s.holds_fresh,
    s.small OR COALESCE(c.kept, FALSE) AS small,
    s.strong_places
  FROM sums AS s
  LEFT JOIN people_counts AS c
    ON c.count_id = s.count_id AND c.data_year = s.data_year AND c.level = 'partner_country' AND c.key = s.country
),
hubs AS (
  SELECT count_id, data_year, country AS hub
  FROM countries
  WHERE holds_withheld AND NOT small
  QUALIFY ROW_NUMBER() OVER (PARTITION BY count_id, data_year ORDER BY strong_places DESC, country) = 1
),
hub_places AS (
  SELECT c.count_id, c.data_year, c.place, c.fresh_slack
  FROM hubs AS h
  JOIN cells AS c ON c.count_id = h.count_id AND c.data_year = h.data_year AND c.country = h.hub
  WHERE c.slack >= 5
),
shared AS (
  SELECT c.count_id, c.data_year, c.country, c.place, c.slack, c.fresh_slack >= 5 AND h.fresh_slack >= 5 AS fresh
  FROM cells AS c
  JOIN hub_places AS h ON h.count_id = c.count_id AND h.data_year = c.data_year AND h.place = c.place
  WHERE c.slack >= 5
),
links AS (
  SELECT count_id, data_year, country, COUNT(*) AS places, SUM(CASE WHEN fresh THEN 1 ELSE 0 END) AS fresh_places
  FROM shared
  GROUP BY count_id, data_year, country
),
linked AS (
  SELECT
    c.count_id,
    c.data_year,
    c.country,
    c.holds_withheld,
    c.small
      OR (c.holds_withheld AND COALESCE(l.places, 0) < 4)
      OR (c.holds_fresh AND COALESCE(l.fresh_places, 0) < 4) AS withheld
  FROM countries AS c
  LEFT JOIN links AS l ON l.count_id = c.count_id AND l.data_year = c.data_year AND l.country = c.country
),
-- One withheld country a place, so that no place and no country stands for two links.
outlets AS (
  SELECT s.count_id, s.data_year, s.place, s.country
  FROM shared AS s
  JOIN linked AS l ON l.count_id = s.count_id AND l.data_year = s.data_year AND l.country = s.country AND l.withheld
  QUALIFY ROW_NUMBER() OVER (PARTITION BY s.count_id, s.data_year, s.place ORDER BY s.slack DESC, s.country) = 1
),
outlet_counts AS (
  SELECT count_id, data_year, COUNT(DISTINCT country) AS countries FROM outlets GROUP BY count_id, data_year
),
withheld_counts AS (
  SELECT count_id, data_year, SUM(CASE WHEN withheld THEN 1 ELSE 0 END) AS countries FROM linked GROUP BY count_id, data_year
)

SELECT
  l.count_id,
  l.data_year,
  l.country,
  l.withheld OR (l.holds_withheld AND w.countries > 0 AND COALESCE(o.countries, 0) < 4) AS withheld
FROM linked AS l
JOIN withheld_counts AS w ON w.count_id = l.count_id AND w.data_year = l.data_year
LEFT JOIN outlet_counts AS o ON o.count_id = l.count_id AND o.data_year = l.data_year
