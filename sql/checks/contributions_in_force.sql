-- title: Every contribution comes from a submission in force of its member and year
SELECT c.metric_id, c.submission_id, c.source_row
FROM contributions AS c
LEFT JOIN submissions AS s
  ON s.submission_id = c.submission_id
  AND s.status = 'in_force'
  AND s.member_id = c.member_id
  AND s.data_year = c.data_year
WHERE s.submission_id IS NULL
