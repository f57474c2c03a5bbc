-- title: No published figure counts 1 to 9 people, and none that derives from withheld people has a number
SELECT metric_id, data_year, level, key, central
FROM published_metrics
WHERE metric_id IN ('people_in', 'people_out', 'people_virtual', 'attendance', 'volunteers', 'youth', 'officials', 'first_time')
  AND central BETWEEN 1 AND 9
UNION ALL
SELECT p.metric_id, p.data_year, p.level, p.key, p.central
FROM published_metrics AS p
JOIN metric_people AS m ON m.metric_id = p.metric_id
JOIN withheld_figures AS w ON w.people = m.people AND w.level = p.level AND w.key = p.key
WHERE p.central IS NOT NULL AND p.data_year BETWEEN w.data_year AND w.data_year + m.people_years - 1
