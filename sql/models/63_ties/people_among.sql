-- title: People among people
-- grain: one row per share, data year, level and key with people of whom some may belong
-- unit: people
-- formula: youth, officials and first-timers among the people of all exchanges; people whose lodging is known among
--    visitors; guests from outside who are nobody's delegates among the people of events, whom spending gives away
-- sources: people_counts, share_bases, people_shares, event_amounts
-- zone: protected
-- key: share_id, data_year, level, key
-- columns:
--    share_id VARCHAR: youth, officials, first_time, known_lodging or guests
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
--    belong BIGINT: people who belong
--    asked BIGINT: people of the rows in which the cell is filled
--    people BIGINT: all people
WITH
wholes AS (
  SELECT b.share_id, c.data_year, c.level, c.key, SUM(c.people) AS people
  FROM people_counts AS c
  JOIN share_bases AS b ON b.count_id = c.count_id
  GROUP BY b.share_id, c.data_year, c.level, c.key
),
guests AS (
  SELECT
    e.data_year,
    l.level,
    CASE l.level WHEN 'network' THEN '' WHEN 'state' THEN e.state WHEN 'member' THEN e.member_id WHEN 'purpose' THEN e.purpose END AS key,
    SUM(e.guests) AS belong
  FROM event_amounts AS e
  CROSS JOIN (VALUES ('network'), ('state'), ('member'), ('purpose')) AS l(level)
  GROUP BY
    e.data_year,
    l.level,
    CASE l.level WHEN 'network' THEN '' WHEN 'state' THEN e.state WHEN 'member' THEN e.member_id WHEN 'purpose' THEN e.purpose END
),
asked AS (
  SELECT 'youth' AS share_id, data_year, level, key, youth AS belong, youth_of AS asked FROM people_shares
  UNION ALL
  SELECT 'officials', data_year, level, key, officials, officials_of FROM people_shares
  UNION ALL
  SELECT 'first_time', data_year, level, key, first_time, first_time_of FROM people_shares
  UNION ALL
  SELECT 'known_lodging', data_year, level, key, homestay_people, homestay_people FROM people_shares
  UNION ALL
  SELECT 'guests', data_year, level, key, belong, NULL FROM guests
)

SELECT
  w.share_id,
  w.data_year,
  w.level,
  w.key,
  COALESCE(a.belong, 0) AS belong,
  COALESCE(a.asked, w.people) AS asked,
  w.people
FROM wholes AS w
LEFT JOIN asked AS a
  ON a.share_id = w.share_id AND a.data_year = w.data_year AND a.level = w.level AND a.key = w.key
