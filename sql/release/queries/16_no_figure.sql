-- Why figures are missing, by status
SELECT level, status, COUNT(*) AS figures
FROM metrics
WHERE data_year = {year}
GROUP BY level, status
ORDER BY level, status
