-- title: Only inbound exchanges and events carry spending, and only they carry tax
SELECT metric_id, submission_id, source_row, direction, category
FROM contributions
WHERE (metric_id LIKE 'visitor_spend%' AND COALESCE(direction, '') <> 'inbound')
  OR (metric_id = 'local_tax' AND category = 'visitor' AND COALESCE(direction, '') <> 'inbound')
  OR (metric_id = 'local_tax' AND COALESCE(category, '') NOT IN ('visitor', 'event'))
