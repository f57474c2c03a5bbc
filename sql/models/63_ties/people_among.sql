-- title: People among people
-- grain: one row per share, data year, level and key with people of whom some may belong
-- unit: people
-- formula: youth, officials and first-timers among the people of all exchanges; people whose lodging is known among
--    visitors; guests from outside who are nobody's delegates among the people of events, whom spending gives away
-- sources: people_counts, share_bases, people_shares, event_amounts, metrics, earlier_figures
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
--    known BOOLEAN: an earlier edition printed the number
--    kept BOOLEAN: an earlier edition withheld it
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
),
-- The metric that an edition prints of each share.
printed AS (
  SELECT share_id, metric_id
  FROM (VALUES
    ('youth', 'youth'), ('officials', 'officials'), ('first_time', 'first_time'),
    ('known_lodging', 'homestay_night_share'), ('guests', 'event_spend_direct')
  ) AS p(share_id, metric_id)
),
earlier AS (
  SELECT
    p.share_id,
    e.data_year,
    e.level,
    e.key,
    MAX(CASE WHEN e.central = m.central THEN 1 ELSE 0 END) = 1 AS known,
    MAX(CASE WHEN e.status = 'withheld' THEN 1 ELSE 0 END) = 1 AS kept
  FROM earlier_figures AS e
  JOIN printed AS p ON p.metric_id = e.metric_id
  JOIN metrics AS m ON m.metric_id = e.metric_id AND m.data_year = e.data_year AND m.level = e.level AND m.key = e.key
  GROUP BY p.share_id, e.data_year, e.level, e.key
)

SELECT
  w.share_id,
  w.data_year,
  w.level,
  w.key,
  COALESCE(a.belong, 0) AS belong,
  COALESCE(a.asked, w.people) AS asked,
  w.people,
  COALESCE(e.known, FALSE) AS known,
  COALESCE(e.kept, FALSE) AS kept
FROM wholes AS w
LEFT JOIN asked AS a
  ON a.share_id = w.share_id AND a.data_year = w.data_year AND a.level = w.level AND a.key = w.key
LEFT JOIN earlier AS e
  ON e.share_id = w.share_id AND e.data_year = w.data_year AND e.level = w.level AND e.key = w.key
