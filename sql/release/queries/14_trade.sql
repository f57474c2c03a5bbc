-- Trade contacts by what is known of them
SELECT category AS stage, detail AS evidence, SUM(central) AS contacts
FROM parts
WHERE metric_id = 'trade_stage' AND level = 'network' AND data_year = {year}
GROUP BY category, detail
ORDER BY category, detail
