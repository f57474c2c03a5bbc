-- title: Level reports
-- grain: one row per data year, level, key and dataset
-- unit: members
-- formula: of the members that a key covers, those that reported the dataset; exchanges_events = either of the two;
--    window columns count members with a full window of exchange reports
-- sources: level_members, member_status, member_windows
-- zone: tables
-- key: data_year, level, key, dataset
-- columns:
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
--    dataset VARCHAR: a submitted dataset, or exchanges_events
--    members BIGINT: members covered
--    reported BIGINT: of these, members that reported the dataset
--    expected BIGINT: of these, members that are expected
--    expected_reported BIGINT: members expected that reported the dataset
--    full_2 BIGINT: members with a full window of 2 years
--    full_3 BIGINT: members with a full window of 3 years
--    full_5 BIGINT: members with a full window of 5 years
--    reported_3 BIGINT: member years of exchange reports in the last 3 years
WITH
reports AS (
  SELECT data_year, member_id, dataset, CASE WHEN reported THEN 1 ELSE 0 END AS reported FROM member_status
  UNION ALL
  SELECT data_year, member_id, 'exchanges_events', MAX(CASE WHEN reported THEN 1 ELSE 0 END)
  FROM member_status
  WHERE dataset IN ('exchanges', 'events')
  GROUP BY data_year, member_id
)

SELECT
  l.data_year,
  l.level,
  l.key,
  r.dataset,
  COUNT(*) AS members,
  SUM(r.reported) AS reported,
  SUM(CASE WHEN l.expected THEN 1 ELSE 0 END) AS expected,
  SUM(CASE WHEN l.expected THEN r.reported ELSE 0 END) AS expected_reported,
  SUM(CASE WHEN w.full_2 THEN 1 ELSE 0 END) AS full_2,
  SUM(CASE WHEN w.full_3 THEN 1 ELSE 0 END) AS full_3,
  SUM(CASE WHEN w.full_5 THEN 1 ELSE 0 END) AS full_5,
  SUM(w.reported_3) AS reported_3
FROM level_members AS l
JOIN reports AS r ON r.data_year = l.data_year AND r.member_id = l.member_id
JOIN member_windows AS w ON w.data_year = l.data_year AND w.member_id = l.member_id
GROUP BY l.data_year, l.level, l.key, r.dataset
