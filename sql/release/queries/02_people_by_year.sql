-- How many people travelled, year by year
SELECT data_year, metric_id, central AS people
FROM metrics
WHERE level = 'network' AND metric_id IN ('people_in', 'people_out', 'people_virtual') AND status = 'value'
ORDER BY data_year, metric_id
