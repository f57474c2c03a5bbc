-- title: Research cube
-- grain: one row per partnership, data year, purpose and direction, and per each total over partnerships, purposes, directions
-- unit: exchanges, people, person-nights, U.S. dollars
-- formula: sums over exchanges that may be shown below the state; "all" names a total, so sum over rows without it or take
--    those with it, never both
-- sources: exchange_amounts
-- zone: tables
-- key: data_year, partnership_id, purpose, direction
-- columns:
--    data_year INTEGER: the year
--    partnership_id VARCHAR: the partnership; all = of all
--    purpose VARCHAR: one of the nine; all = for all
--    direction VARCHAR: inbound, outbound or virtual; all = in all
--    exchanges BIGINT: exchanges
--    people BIGINT: people who travelled or took part
--    person_nights BIGINT: people × nights; null = virtual only
--    visitor_spend_low DECIMAL(28,2): spending of visitors that stays in the area, low; null = none inbound or none computed
--    visitor_spend_central DECIMAL(28,2): the same, central
--    visitor_spend_high DECIMAL(28,2): the same, high
--    not_computed BIGINT: inbound exchanges whose spending lacks a parameter and is not in the sum
SELECT
  data_year,
  CASE WHEN GROUPING(partnership_id) = 1 THEN 'all' ELSE partnership_id END AS partnership_id,
  CASE WHEN GROUPING(purpose) = 1 THEN 'all' ELSE purpose END AS purpose,
  CASE WHEN GROUPING(direction) = 1 THEN 'all' ELSE direction END AS direction,
  COUNT(*) AS exchanges,
  SUM(people) AS people,
  SUM(person_nights) AS person_nights,
  SUM(direct_low) AS visitor_spend_low,
  SUM(direct_central) AS visitor_spend_central,
  SUM(direct_high) AS visitor_spend_high,
  SUM(CASE WHEN direction = 'inbound' AND direct_central IS NULL THEN 1 ELSE 0 END) AS not_computed
FROM exchange_amounts
WHERE public
GROUP BY GROUPING SETS (
  (data_year, partnership_id, purpose, direction),
  (data_year, partnership_id, purpose),
  (data_year, partnership_id, direction),
  (data_year, partnership_id),
  (data_year, purpose, direction),
  (data_year, purpose),
  (data_year, direction),
  (data_year)
)
