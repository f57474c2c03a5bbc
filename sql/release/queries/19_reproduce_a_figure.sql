-- A printed number beside the figure that it is
SELECT p.pdf, p.page, p.text, m.low, m.central, m.high, m.n
FROM printed_figures AS p
JOIN metrics AS m
  ON m.metric_id = p.metric_id AND m.level = p.level AND m.key = p.key AND m.data_year = p.data_year
WHERE p.metric_id = 'visitor_spend_direct' AND p.level = 'network'
ORDER BY p.figure_id
