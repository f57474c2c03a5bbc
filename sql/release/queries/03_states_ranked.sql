-- Which states receive the most visitors for their number of members
SELECT s.name, s.people_in, COUNT(*) AS members, ROUND(s.people_in / COUNT(*), 1) AS visitors_a_member
FROM states_by_year AS s
JOIN members_by_year AS m ON m.state = s.state AND m.data_year = s.data_year
WHERE s.data_year = {year} AND s.people_in IS NOT NULL
GROUP BY s.state, s.name, s.people_in
ORDER BY visitors_a_member DESC, s.name
LIMIT 20
