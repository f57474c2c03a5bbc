-- title: Partnerships as they are published
-- grain: one row per partnership of the registry that may be shown
-- unit: as each column says
-- formula: the partnerships without those that are marked public = no
-- sources: partnerships
-- zone: tables
-- key: partnership_id
-- columns:
--    partnership_id VARCHAR: such as US-TX-fort-worth~DE-trier
--    member_id VARCHAR: the member that keeps it
--    partner_name VARCHAR: the partner, in English
--    partner_local_name VARCHAR: the partner, as it writes itself; null = not told
--    partner_country VARCHAR: ISO 3166-1 alpha-2
--    partner_latitude DECIMAL(9,6): degrees north
--    partner_longitude DECIMAL(9,6): degrees east
--    established INTEGER: first year; null = unknown
--    status VARCHAR: active, friendship, emeritus or suspended
--    ended INTEGER: year in which it ended; null = it did not
SELECT
  partnership_id,
  member_id,
  partner_name,
  partner_local_name,
  partner_country,
  partner_latitude,
  partner_longitude,
  established,
  status,
  ended
FROM partnerships
WHERE public
