-- A trend of the members that reported in every year
WITH reported AS (
  SELECT data_year, member_id, people_in FROM members_by_year WHERE people_in IS NOT NULL
),
years AS (SELECT COUNT(DISTINCT data_year) AS number FROM reported),
steady AS (SELECT member_id FROM reported GROUP BY member_id HAVING COUNT(*) = (SELECT number FROM years))
SELECT r.data_year, COUNT(*) AS members, SUM(r.people_in) AS visitors
FROM reported AS r
JOIN steady AS s ON s.member_id = r.member_id
GROUP BY r.data_year
ORDER BY r.data_year
