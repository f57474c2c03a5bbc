-- People exchanged by region of the world
SELECT region, SUM(people_in) AS visitors, SUM(people_out) AS residents_abroad
FROM countries_by_year
WHERE data_year = {year}
GROUP BY region
ORDER BY region
