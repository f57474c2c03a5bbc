-- title: Every metric has one row for each year and key of each level that its header names
WITH
keys AS (
  SELECT data_year, level, key FROM level_reports WHERE dataset = 'exchanges'
),
due AS (
  SELECT d.metric_id, k.data_year, k.level, k.key
  FROM metric_definitions AS d
  JOIN keys AS k ON CONCAT(', ', d.levels, ',') LIKE CONCAT('%, ', k.level, ',%')
)

SELECT
  COALESCE(d.metric_id, m.metric_id) AS metric_id,
  COALESCE(d.data_year, m.data_year) AS data_year,
  COALESCE(d.level, m.level) AS level,
  COALESCE(d.key, m.key) AS key
FROM due AS d
FULL OUTER JOIN metrics AS m
  ON m.metric_id = d.metric_id AND m.data_year = d.data_year AND m.level = d.level AND m.key = d.key
WHERE d.metric_id IS NULL OR m.metric_id IS NULL
