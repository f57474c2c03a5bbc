-- Who paid
SELECT category AS funder, SUM(central) AS usd
FROM parts
WHERE metric_id = 'cost' AND level = 'network' AND data_year = {year}
GROUP BY category
ORDER BY usd DESC, funder
