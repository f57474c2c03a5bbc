-- Who travels for what: purposes and directions
SELECT purpose, direction, SUM(people) AS people
FROM cube
WHERE data_year = {year} AND partnership_id <> 'all' AND purpose <> 'all' AND direction <> 'all'
GROUP BY purpose, direction
ORDER BY purpose, direction
