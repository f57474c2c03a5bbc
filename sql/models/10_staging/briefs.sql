-- title: Words of the briefs
-- grain: one row per member and data year; null for all others
-- unit: as each column says
-- formula: none
-- sources: raw_briefs, raw_submissions (in force)
-- zone: tables
-- key:
-- columns:
--    member_id VARCHAR: whose brief
--    data_year INTEGER: the year that it is about; null = every other
--    ask VARCHAR: what is asked of the council
--    contact VARCHAR: whom to ask
--    phone VARCHAR: under which number
--    email VARCHAR: under which address
--    issued DATE: the brief's date
--    words VARCHAR: what the member says of its year
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.member_id,
  r.data_year,
  r.ask,
  r.contact,
  r.phone,
  r.email,
  r.issued,
  r.words
FROM raw_briefs AS r
JOIN in_force ON in_force.submission_id = r.submission_id
