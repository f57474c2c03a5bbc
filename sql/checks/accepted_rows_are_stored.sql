-- title: A file in force has as many rows in its dataset as were accepted
WITH
stored AS (
  SELECT submission_id FROM exchanges
  UNION ALL
  SELECT submission_id FROM events
  UNION ALL
  SELECT submission_id FROM trade_contacts
  UNION ALL
  SELECT submission_id FROM volunteer_hours
  UNION ALL
  SELECT submission_id FROM budgets
  UNION ALL
  SELECT submission_id FROM surveys
),
counted AS (
  SELECT submission_id, COUNT(*) AS rows_stored FROM stored GROUP BY submission_id
)

SELECT s.submission_id, s.file, s.rows_accepted, COALESCE(c.rows_stored, 0) AS rows_stored
FROM submissions AS s
LEFT JOIN counted AS c ON c.submission_id = s.submission_id
WHERE s.status = 'in_force'
  AND s.dataset IN ('exchanges', 'events', 'trade_contacts', 'volunteer_hours', 'budgets', 'surveys')
  AND s.rows_accepted <> COALESCE(c.rows_stored, 0)
