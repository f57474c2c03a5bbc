-- What young and old say has changed, with how many answered
SELECT d.title, m.central AS points, m.low, m.high, m.n AS pairs, m.status
FROM metrics AS m
JOIN metric_definitions AS d ON d.metric_id = m.metric_id
WHERE m.metric_id LIKE 'survey_change%' AND m.level = 'network' AND m.data_year = {year}
ORDER BY m.metric_id
