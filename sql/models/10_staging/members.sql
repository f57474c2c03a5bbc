-- title: Members
-- grain: one row per member of the registry in force
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means
-- sources: raw_members, raw_submissions (in force)
-- zone: tables
-- key: member_id
-- columns:
--    member_id VARCHAR: such as US-TX-fort-worth
--    name VARCHAR: as printed
--    state VARCHAR: USPS code
--    jurisdiction_type VARCHAR: city, county, state or other
--    latitude DECIMAL(9,6): degrees north
--    longitude DECIMAL(9,6): degrees east
--    member_since INTEGER: first year of membership
--    member_until INTEGER: last year of membership; null = still a member
--    inside_member_id VARCHAR: the member county or state around this city
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.member_id,
  r.name,
  r.state,
  r.jurisdiction_type,
  r.latitude,
  r.longitude,
  r.member_since,
  r.member_until,
  r.inside_member_id
FROM raw_members AS r
JOIN in_force ON in_force.submission_id = r.submission_id
