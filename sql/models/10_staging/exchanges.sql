-- title: Exchanges
-- grain: one row per exchange in force
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means
-- sources: raw_exchanges, raw_submissions (in force)
-- zone: protected
-- key: submission_id, source_row
-- sorted: no
-- columns:
--    submission_id VARCHAR: the file that the row came in
--    source_row INTEGER: its row there, as a person sees it
--    member_id VARCHAR: the member that sent it
--    data_year INTEGER: the reporting year
--    exchange_id VARCHAR: as the city writes it
--    exchange_id_key VARCHAR: the same, folded for comparing
--    partnership_id VARCHAR: the tie
--    direction VARCHAR: inbound, outbound or virtual
--    purpose VARCHAR: one of the nine purposes
--    title VARCHAR: what it was
--    start_date DATE: first day; its year is the data year
--    end_date DATE: day of departure
--    people INTEGER: people who travelled or took part
--    youth INTEGER: people under 18 among them; null = not filled
--    officials INTEGER: officials among them; null = not filled
--    first_time INTEGER: first-timers among them; null = not filled
--    nights INTEGER: nights per person; 0 for lodging none, null when virtual
--    lodging VARCHAR: hotel, homestay, mixed, student or none; null unless inbound
--    primary_purpose_share DECIMAL(5,4): part of the trip made for the program, 0 to 1
--    paid_from_here_share DECIMAL(5,4): part paid by local or U.S. hosts, 0 to 1
--    spend_usd DECIMAL(12,2): reported total spending in the area; null = not known
--    co_organizers_key VARCHAR: organizations that took part, folded, joined by ;
--    public BOOLEAN: the row may be shown below the state
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.submission_id,
  r.source_row,
  r.member_id,
  r.data_year,
  r.exchange_id,
  r.exchange_id_key,
  r.partnership_id,
  r.direction,
  r.purpose,
  r.title,
  r.start_date,
  r.end_date,
  r.people,
  r.youth,
  r.officials,
  r.first_time,
  CASE
    WHEN r.direction = 'virtual' THEN CAST(NULL AS INTEGER)
    WHEN r.lodging = 'none' THEN 0
    ELSE COALESCE(r.nights, days_between(r.start_date, r.end_date))
  END AS nights,
  r.lodging,
  COALESCE(r.primary_purpose_share, CAST(1 AS DECIMAL(5,4))) AS primary_purpose_share,
  COALESCE(r.paid_from_here_share, CAST(0 AS DECIMAL(5,4))) AS paid_from_here_share,
  r.spend_usd,
  r.co_organizers_key,
  COALESCE(r.public, TRUE) AS public
FROM raw_exchanges AS r
JOIN in_force ON in_force.submission_id = r.submission_id
