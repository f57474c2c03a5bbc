-- title: Which sums in confidence may stand for themselves
-- grain: one row per metric in confidence, data year, level (network, state, member), state and key with someone behind it
-- unit: respondents, U.S. dollars
-- formula: publishable = matched respondents from 10 up who did not all answer alike; or dollars of 3 firms or more, none
--    of which has over half. Rows that a state's members hold back stand as one member without a name, which is never printed
-- sources: confidential_shares, disclosure_limits, levels
-- zone: protected
-- key: metric_id, data_year, level, state, key
-- columns:
--    metric_id VARCHAR: the metric
--    data_year INTEGER: the year
--    level VARCHAR: network, state or member
--    state VARCHAR: the state, of a state and of its members; empty for the network
--    key VARCHAR: which of them; empty for the network, and for the rows that a state's members hold back
--    size DECIMAL(28,2): respondents or dollars; the smallest joins what is withheld
--    publishable BOOLEAN: it may stand for itself
WITH
keyed AS (
  SELECT
    s.*,
    l.level,
    CASE WHEN l.level = 'network' THEN '' ELSE s.state END AS of_state,
    level_key(l.level, TRUE, s.state, s.member_id, NULL, NULL, NULL) AS key
  FROM confidential_shares AS s
  JOIN levels AS l ON l.level IN ('network', 'state', 'member')
),
contributors AS (
  SELECT
    metric_id,
    data_year,
    level,
    of_state AS state,
    key,
    SUM(respondents) AS respondents,
    MIN(least) AS least,
    MAX(most) AS most,
    SUM(usd) AS usd
  FROM keyed
  GROUP BY metric_id, data_year, level, of_state, key, contributor
),
sums AS (
  SELECT
    metric_id,
    data_year,
    level,
    state,
    key,
    SUM(respondents) AS respondents,
    MIN(least) AS least,
    MAX(most) AS most,
    SUM(CASE WHEN usd > 0 THEN 1 ELSE 0 END) AS firms,
    MAX(usd) AS largest,
    SUM(usd) AS usd
  FROM contributors
  GROUP BY metric_id, data_year, level, state, key
)

SELECT
  s.metric_id,
  s.data_year,
  s.level,
  s.state,
  s.key,
  COALESCE(s.respondents, s.usd) AS size,
  (s.level <> 'member' OR s.key <> '')
    AND COALESCE(
      s.respondents >= l.respondents AND s.least < s.most,
      s.firms >= l.firms AND s.largest <= CAST(s.usd AS DECIMAL(28,2)) * l.largest_firm_share,
      FALSE
    ) AS publishable
FROM sums AS s
CROSS JOIN disclosure_limits AS l
