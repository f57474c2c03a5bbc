-- title: A status is one of six words, and a value is there exactly when it says so
SELECT metric_id, data_year, level, key, status, low, central, high
FROM metrics
WHERE status IS NULL
  OR status NOT IN ('value', 'not_reported', 'not_computed', 'withheld', 'not_known', 'not_applicable')
  OR (status = 'value' AND (low IS NULL OR central IS NULL OR high IS NULL))
  OR (status <> 'value' AND (low IS NOT NULL OR central IS NOT NULL OR high IS NOT NULL))
