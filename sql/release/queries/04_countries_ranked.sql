-- The partner countries with most people exchanged
SELECT name, region, COALESCE(people_in, 0) + COALESCE(people_out, 0) AS people
FROM countries_by_year
WHERE data_year = {year}
ORDER BY people DESC, name
LIMIT 20
