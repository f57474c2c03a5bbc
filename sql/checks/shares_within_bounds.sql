-- title: A share or ratio from 0 to 1 lies there
SELECT m.metric_id, m.data_year, m.level, m.key, m.low, m.high
FROM metrics AS m
JOIN metric_definitions AS d ON d.metric_id = m.metric_id
WHERE d.unit = 'ratio, 0 to 1' AND (m.low < 0 OR m.high > 1)
