-- title: Partnerships
-- grain: one row per tie of the registry in force
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means
-- sources: raw_partnerships, raw_submissions (in force)
-- zone: tables
-- key: partnership_id
-- columns:
--    partnership_id VARCHAR: such as US-TX-fort-worth~DE-trier
--    member_id VARCHAR: the member that keeps the tie
--    partner_name VARCHAR: the partner, in English
--    partner_local_name VARCHAR: the partner, as it writes itself
--    partner_country VARCHAR: ISO 3166-1 alpha-2
--    partner_latitude DECIMAL(9,6): degrees north
--    partner_longitude DECIMAL(9,6): degrees east
--    established INTEGER: first year; null = unknown
--    status VARCHAR: active, friendship, emeritus or suspended
--    ended INTEGER: year in which it ended; null = it did not
--    public BOOLEAN: the tie and its rows may be shown below the state
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.partnership_id,
  r.member_id,
  r.partner_name,
  r.partner_local_name,
  r.partner_country,
  r.partner_latitude,
  r.partner_longitude,
  r.established,
  r.status,
  r.ended,
  COALESCE(r.public, TRUE) AS public
FROM raw_partnerships AS r
JOIN in_force ON in_force.submission_id = r.submission_id
