-- title: Events
-- grain: one row per event in force
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means
-- sources: raw_events, raw_submissions (in force)
-- zone: protected
-- key: submission_id, source_row
-- sorted: no
-- columns:
--    submission_id VARCHAR: the file that the row came in
--    source_row INTEGER: its row there, as a person sees it
--    member_id VARCHAR: the member that sent it
--    data_year INTEGER: the reporting year
--    event_id VARCHAR: as the city writes it
--    partnership_id VARCHAR: the tie, where given
--    exchange_id VARCHAR: the exchange that it was part of, as written
--    exchange_id_key VARCHAR: the same, folded for comparing
--    event_date DATE: the day
--    title VARCHAR: what it was
--    purpose VARCHAR: one of the nine purposes
--    attendance INTEGER: people who came
--    nonlocal_attendance INTEGER: people from outside the area, delegates included; null = not reported
--    delegates INTEGER: people of the exchange among them; null = not filled
--    method VARCHAR: how people were counted: ticket, count or estimate
--    co_organizers_key VARCHAR: organizations that took part, folded, joined by ;
--    public BOOLEAN: the row may be shown below the state
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.submission_id,
  r.source_row,
  r.member_id,
  r.data_year,
  r.event_id,
  r.partnership_id,
  r.exchange_id,
  r.exchange_id_key,
  r.date AS event_date,
  r.title,
  r.purpose,
  r.attendance,
  r.nonlocal_attendance,
  r.delegates,
  r.method,
  r.co_organizers_key,
  COALESCE(r.public, TRUE) AS public
FROM raw_events AS r
JOIN in_force ON in_force.submission_id = r.submission_id
