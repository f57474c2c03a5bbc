-- title: Highlights of the network
-- grain: one row per story that national staff sent, in force
-- unit: none
-- formula: none; the data year is that of the date
-- sources: raw_network_highlights, raw_submissions (in force)
-- zone: protected
-- key: submission_id, source_row
-- columns:
--    submission_id VARCHAR: the file that the row came in
--    source_row INTEGER: its row there, as a person sees it
--    member_id VARCHAR: the member that it is about; null = the whole network
--    data_year INTEGER: the reporting year
--    date DATE: the day of it
--    partnership_id VARCHAR: the tie that it is about; null = none
--    title VARCHAR: a headline
--    text VARCHAR: what happened
--    alt_text VARCHAR: what the photo shows; null = no photo
--    credit VARCHAR: who took it; null = not said
--    consent BOOLEAN: whether it may be printed
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.submission_id,
  r.source_row,
  r.member_id,
  CAST(EXTRACT(YEAR FROM r.date) AS INTEGER) AS data_year,
  r.date,
  r.partnership_id,
  r.title,
  r.text,
  r.alt_text,
  r.credit,
  r.consent
FROM raw_network_highlights AS r
JOIN in_force ON in_force.submission_id = r.submission_id
