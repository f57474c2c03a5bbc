-- What members hold back at their own wish
SELECT level, COUNT(*) AS keys, SUM(rows) AS rows, SUM(ties) AS partnerships
FROM held_back
WHERE data_year = {year}
GROUP BY level
ORDER BY level
