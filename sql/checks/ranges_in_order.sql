-- title: Low ≤ central ≤ high, in every contribution and every metric
SELECT metric_id, data_year, submission_id AS place, CAST(source_row AS VARCHAR) AS key, low, central, high
FROM contributions
WHERE low > central OR central > high
UNION ALL
SELECT metric_id, data_year, level, key, low, central, high
FROM metrics
WHERE low > central OR central > high
