-- The year's headlines, with their ranges
SELECT d.title, m.low, m.central, m.high, d.unit, m.status
FROM metrics AS m
JOIN metric_definitions AS d ON d.metric_id = m.metric_id
WHERE m.level = 'network' AND m.data_year = {year}
ORDER BY m.metric_id
