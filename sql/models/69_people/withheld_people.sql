-- title: Counts of people that are withheld
-- grain: one row per count of people, data year, level and key whose number is withheld
-- unit: none
-- formula: what the models withheld_… say, in one table
-- sources: withheld_parts, withheld_countries, withheld_purposes, people_counts
-- zone: protected
-- key: count_id, data_year, level, key
-- columns:
--    count_id VARCHAR: the count
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
WITH
dark AS (
  SELECT count_id, data_year FROM withheld_parts WHERE dark GROUP BY count_id, data_year
)

SELECT count_id, data_year, 'partnership' AS level, partnership_id AS key
FROM withheld_parts
WHERE withheld AND partnership_id IS NOT NULL
UNION ALL
SELECT DISTINCT count_id, data_year, 'member', member_id FROM withheld_parts WHERE member_withheld
UNION ALL
SELECT DISTINCT count_id, data_year, 'state', state FROM withheld_parts WHERE state_withheld
UNION ALL
SELECT count_id, data_year, 'network', '' FROM dark
UNION ALL
SELECT w.count_id, w.data_year, 'partner_country', w.country
FROM withheld_countries AS w
JOIN people_counts AS c
  ON c.count_id = w.count_id AND c.data_year = w.data_year AND c.level = 'partner_country' AND c.key = w.country
WHERE w.withheld
UNION ALL
SELECT p.count_id, p.data_year, 'purpose', p.purpose
FROM withheld_purposes AS p
LEFT JOIN dark AS d ON d.count_id = p.count_id AND d.data_year = p.data_year
WHERE p.withheld OR d.count_id IS NOT NULL
