-- title: No amount is below zero, save net_direct
SELECT metric_id, data_year, submission_id AS place, CAST(source_row AS VARCHAR) AS key, low
FROM contributions
WHERE low < 0
UNION ALL
SELECT metric_id, data_year, level, key, low
FROM metrics
WHERE low < 0 AND metric_id <> 'net_direct' AND metric_id NOT LIKE 'survey_change%'
