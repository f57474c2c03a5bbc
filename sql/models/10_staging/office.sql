-- title: Network office
-- grain: one row per data year; null for all others
-- unit: as each column says
-- formula: none
-- sources: raw_office, raw_submissions (in force)
-- zone: tables
-- key:
-- columns:
--    data_year INTEGER: the year that the letters are about; null = every other
--    name VARCHAR: the office's name
--    contact VARCHAR: whom to ask
--    phone VARCHAR: under which number
--    email VARCHAR: under which address
--    address VARCHAR: street and city
--    letter_date DATE: the letters' date
--    answer_by DATE: by when an answer is asked for
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.data_year,
  r.name,
  r.contact,
  r.phone,
  r.email,
  r.address,
  r.letter_date,
  r.answer_by
FROM raw_office AS r
JOIN in_force ON in_force.submission_id = r.submission_id
