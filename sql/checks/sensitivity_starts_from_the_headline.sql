-- title: Sensitivity moves the headline that is printed, and what is central is not moved
SELECT s.data_year, s.metric_id, s.assumption, s.central, m.central AS printed
FROM sensitivity AS s
LEFT JOIN metrics AS m
  ON m.metric_id = s.metric_id AND m.data_year = s.data_year AND m.level = 'network' AND m.status = 'value'
WHERE m.central IS NULL OR s.central <> m.central
