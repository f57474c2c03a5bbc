-- title: Surveys
-- grain: one row per respondent, exchange and wave in force
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means
-- sources: raw_surveys, raw_submissions (in force)
-- zone: protected
-- key: submission_id, source_row
-- sorted: no
-- columns:
--    submission_id VARCHAR: the file that the row came in
--    source_row INTEGER: its row there, as a person sees it
--    member_id VARCHAR: the member that sent it
--    data_year INTEGER: the reporting year
--    exchange_id VARCHAR: the exchange, as written
--    exchange_id_key VARCHAR: the same, folded for comparing
--    respondent_key VARCHAR: one person, folded; personal
--    wave VARCHAR: pre or post
--    q1 INTEGER: answer 1, 1 to 5; null = none
--    q2 INTEGER: answer 2, 1 to 5; null = none
--    q3 INTEGER: answer 3, 1 to 5; null = none
--    q4 INTEGER: answer 4, 1 to 5; null = none
--    q5 INTEGER: answer 5, 1 to 5; null = none
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.submission_id,
  r.source_row,
  r.member_id,
  r.data_year,
  r.exchange_id,
  r.exchange_id_key,
  r.respondent_key,
  r.wave,
  r.q1,
  r.q2,
  r.q3,
  r.q4,
  r.q5
FROM raw_surveys AS r
JOIN in_force ON in_force.submission_id = r.submission_id
