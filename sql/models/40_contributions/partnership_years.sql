-- title: Partnership years
-- grain: one row per tie, data year in which its member is expected, or in which it was active in fact, and view of it: whole,
--    and, of a tie that is public, without the rows held back
-- unit: counts
-- formula: active = established by the year or at an unknown time, not ended by the year, status active or friendship;
--    all three flags only in years in which the member is expected
-- sources: partnerships, data_years, member_years, exchange_amounts, event_amounts, trade_amounts
-- zone: protected
-- key: data_year, partnership_id, whole
-- columns:
--    data_year INTEGER: the year
--    partnership_id VARCHAR: the tie
--    whole BOOLEAN: with the rows held back (public = no), for state and network; else without, for all levels below
--    member_id VARCHAR: its member
--    state VARCHAR: the member's state
--    partner_country VARCHAR: the partner's country
--    established INTEGER: first year; null = unknown
--    expected BOOLEAN: its member is expected
--    active BOOLEAN: it counts as an active tie
--    is_new BOOLEAN: established in this year
--    is_ended BOOLEAN: ended in this year
--    exchanges BIGINT: exchanges of the year
--    events BIGINT: events of the year
--    contacts BIGINT: trade contacts of the year
--    people_in BIGINT: people of inbound exchanges
--    people_out BIGINT: people of outbound exchanges
WITH
views AS (
  SELECT whole FROM (VALUES (TRUE), (FALSE)) AS v(whole)
),
acts AS (
  SELECT
    partnership_id,
    data_year,
    public,
    COUNT(*) AS exchanges,
    0 AS events,
    0 AS contacts,
    SUM(CASE WHEN direction = 'inbound' THEN people ELSE 0 END) AS people_in,
    SUM(CASE WHEN direction = 'outbound' THEN people ELSE 0 END) AS people_out
  FROM exchange_amounts
  GROUP BY partnership_id, data_year, public
  UNION ALL
  SELECT partnership_id, data_year, public, 0, COUNT(*), 0, 0, 0 FROM event_amounts GROUP BY partnership_id, data_year, public
  UNION ALL
  SELECT partnership_id, data_year, public, 0, 0, COUNT(*), 0, 0 FROM trade_amounts GROUP BY partnership_id, data_year, public
),
activity AS (
  SELECT
    a.partnership_id,
    a.data_year,
    v.whole,
    SUM(exchanges) AS exchanges,
    SUM(events) AS events,
    SUM(contacts) AS contacts,
    SUM(people_in) AS people_in,
    SUM(people_out) AS people_out
  FROM acts AS a
  JOIN views AS v ON v.whole OR a.public
  GROUP BY a.partnership_id, a.data_year, v.whole
),
ties AS (
  SELECT y.data_year, v.whole, p.*, COALESCE(m.expected, FALSE) AS expected, m.state
  FROM partnerships AS p
  CROSS JOIN data_years AS y
  JOIN views AS v ON v.whole OR p.public
  LEFT JOIN member_years AS m ON m.member_id = p.member_id AND m.data_year = y.data_year
)

SELECT
  t.data_year,
  t.partnership_id,
  t.whole,
  t.member_id,
  t.state,
  t.partner_country,
  t.established,
  t.expected,
  t.expected
    AND COALESCE(t.established <= t.data_year, TRUE)
    AND COALESCE(t.ended > t.data_year, TRUE)
    AND t.status IN ('active', 'friendship') AS active,
  t.expected AND COALESCE(t.established = t.data_year, FALSE) AS is_new,
  t.expected AND COALESCE(t.ended = t.data_year, FALSE) AS is_ended,
  COALESCE(a.exchanges, 0) AS exchanges,
  COALESCE(a.events, 0) AS events,
  COALESCE(a.contacts, 0) AS contacts,
  COALESCE(a.people_in, 0) AS people_in,
  COALESCE(a.people_out, 0) AS people_out
FROM ties AS t
LEFT JOIN activity AS a ON a.partnership_id = t.partnership_id AND a.data_year = t.data_year AND a.whole = t.whole
WHERE t.expected OR a.partnership_id IS NOT NULL
