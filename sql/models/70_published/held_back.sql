-- title: Rows held back
-- grain: one row per data year, level below the state and key that leaves rows or ties out
-- unit: rows, ties
-- formula: exchanges, events and trade contacts that are marked public = no, or whose tie is, and ties that are; state and
--    network count them
-- sources: exchange_amounts, event_amounts, trade_amounts, partnerships, partnership_years, level_reports, levels
-- zone: tables
-- key: data_year, level, key
-- columns:
--    data_year INTEGER: the year
--    level VARCHAR: member, partnership, partner_country or purpose
--    key VARCHAR: which of them
--    rows BIGINT: submitted rows left out
--    ties BIGINT: ties left out
WITH
left_out AS (
  SELECT data_year, state, member_id, partnership_id, partner_country, purpose, 1 AS rows, 0 AS ties FROM exchange_amounts WHERE NOT public
  UNION ALL
  SELECT data_year, state, member_id, partnership_id, partner_country, purpose, 1, 0 FROM event_amounts WHERE NOT public
  UNION ALL
  SELECT data_year, state, member_id, partnership_id, partner_country, NULL, 1, 0 FROM trade_amounts WHERE NOT public
  UNION ALL
  SELECT y.data_year, y.state, y.member_id, NULL, y.partner_country, NULL, 0, 1
  FROM partnership_years AS y
  JOIN partnerships AS p ON p.partnership_id = y.partnership_id
  WHERE y.whole AND NOT p.public
),
keyed AS (
  SELECT
    o.data_year,
    l.level,
    level_key(l.level, TRUE, o.state, o.member_id, o.partnership_id, o.partner_country, o.purpose) AS key,
    o.rows,
    o.ties
  FROM left_out AS o
  JOIN levels AS l ON NOT l.whole
)

SELECT k.data_year, k.level, k.key, SUM(k.rows) AS rows, SUM(k.ties) AS ties
FROM keyed AS k
JOIN level_reports AS r ON r.data_year = k.data_year AND r.level = k.level AND r.key = k.key AND r.dataset = 'exchanges'
GROUP BY k.data_year, k.level, k.key
