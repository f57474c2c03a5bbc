-- title: Trade cells
-- grain: one row per value of trade, data year, level (network, state, member, partnership, partner_country) and key with
--    deals of a value
-- unit: firms, U.S. dollars
-- formula: distinct firms and the most that one of them adds
-- sources: trade_amounts, trade_contacts
-- zone: protected
-- key: value_id, data_year, level, key
-- columns:
--    value_id VARCHAR: trade_value_reported or trade_value_attributed
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership or partner_country
--    key VARCHAR: which of them; empty for network
--    state VARCHAR: the state, of a member and of itself
--    usd DECIMAL(28,2): sum
--    firms BIGINT: distinct firms
--    largest_usd DECIMAL(28,2): of the firm that adds most
WITH
deals AS (
  SELECT v.value_id, t.data_year, t.member_id, t.state, t.partnership_id, t.partner_country, c.company_key,
    CASE v.value_id WHEN 'trade_value_reported' THEN t.reported ELSE t.attributed END AS usd
  FROM trade_amounts AS t
  JOIN trade_contacts AS c ON c.submission_id = t.submission_id AND c.source_row = t.source_row
  CROSS JOIN (VALUES ('trade_value_reported'), ('trade_value_attributed')) AS v(value_id)
),
firms AS (
  SELECT
    d.value_id,
    d.data_year,
    l.level,
    CASE l.level
      WHEN 'network' THEN ''
      WHEN 'state' THEN d.state
      WHEN 'member' THEN d.member_id
      WHEN 'partnership' THEN d.partnership_id
      WHEN 'partner_country' THEN d.partner_country
    END AS key,
    CASE WHEN l.level IN ('state', 'member') THEN d.state END AS state,
    d.company_key,
    SUM(d.usd) AS usd
  FROM deals AS d
  CROSS JOIN (VALUES ('network'), ('state'), ('member'), ('partnership'), ('partner_country')) AS l(level)
  WHERE d.usd > 0
  GROUP BY
    d.value_id,
    d.data_year,
    l.level,
    CASE l.level
      WHEN 'network' THEN ''
      WHEN 'state' THEN d.state
      WHEN 'member' THEN d.member_id
      WHEN 'partnership' THEN d.partnership_id
      WHEN 'partner_country' THEN d.partner_country
    END,
    CASE WHEN l.level IN ('state', 'member') THEN d.state END,
    d.company_key
)

SELECT value_id, data_year, level, key, state, SUM(usd) AS usd, COUNT(*) AS firms, MAX(usd) AS largest_usd
FROM firms
GROUP BY value_id, data_year, level, key, state
