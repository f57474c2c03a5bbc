-- title: A published figure is the exact one, or it is withheld and says nothing
SELECT m.metric_id, m.data_year, m.level, m.key, m.central AS exact, p.central AS published, p.status
FROM metrics AS m
FULL OUTER JOIN published_metrics AS p
  ON p.metric_id = m.metric_id AND p.data_year = m.data_year AND p.level = m.level AND p.key = m.key
WHERE m.metric_id IS NULL
  OR p.metric_id IS NULL
  OR (
    p.status = 'withheld'
    AND (p.low IS NOT NULL OR p.central IS NOT NULL OR p.high IS NOT NULL OR p.n <> m.n)
  )
  OR (
    p.status <> 'withheld'
    AND (
      p.status <> m.status
      OR COALESCE(p.low, 0) <> COALESCE(m.low, 0)
      OR COALESCE(p.central, 0) <> COALESCE(m.central, 0)
      OR COALESCE(p.high, 0) <> COALESCE(m.high, 0)
      OR p.n <> m.n
    )
  )
