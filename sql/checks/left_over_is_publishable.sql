-- title: What printed sums in confidence leave over of each other is publishable itself
-- formula: read from the published figures. Of a printed state, what its printed members leave over; of a printed network,
--    what the printed states and the printed members of all others leave over; and each printed figure for itself
WITH
parts AS (
  SELECT
    s.metric_id,
    s.data_year,
    s.state,
    s.member_id,
    s.contributor,
    s.respondents,
    s.least,
    s.most,
    s.usd,
    COALESCE(m.status = 'value', FALSE) AS member_printed,
    t.status = 'value' AS state_printed,
    n.status = 'value' AS network_printed
  FROM confidential_shares AS s
  LEFT JOIN published_metrics AS m
    ON m.metric_id = s.metric_id AND m.data_year = s.data_year AND m.level = 'member' AND m.key = s.member_id
  JOIN published_metrics AS t ON t.metric_id = s.metric_id AND t.data_year = s.data_year AND t.level = 'state' AND t.key = s.state
  JOIN published_metrics AS n ON n.metric_id = s.metric_id AND n.data_year = s.data_year AND n.level = 'network'
),
told AS (
  SELECT 'member' AS what, member_id AS key, * FROM parts WHERE member_printed
  UNION ALL
  SELECT 'rest of a state', state, * FROM parts WHERE state_printed AND NOT member_printed
  UNION ALL
  SELECT 'state', state, * FROM parts WHERE state_printed
  UNION ALL
  SELECT 'rest of the network', '', * FROM parts WHERE network_printed AND NOT state_printed AND NOT member_printed
  UNION ALL
  SELECT 'network', '', * FROM parts WHERE network_printed
),
contributors AS (
  SELECT
    metric_id,
    data_year,
    what,
    key,
    SUM(respondents) AS respondents,
    MIN(least) AS least,
    MAX(most) AS most,
    SUM(usd) AS usd
  FROM told
  GROUP BY metric_id, data_year, what, key, contributor
),
sums AS (
  SELECT
    metric_id,
    data_year,
    what,
    key,
    SUM(respondents) AS respondents,
    MIN(least) AS least,
    MAX(most) AS most,
    SUM(CASE WHEN usd > 0 THEN 1 ELSE 0 END) AS firms,
    MAX(usd) AS largest,
    SUM(usd) AS usd
  FROM contributors
  GROUP BY metric_id, data_year, what, key
)

SELECT s.metric_id, s.data_year, s.what, s.key, s.respondents, s.firms
FROM sums AS s
CROSS JOIN disclosure_limits AS l
WHERE NOT COALESCE(
  s.respondents >= l.respondents AND s.least < s.most,
  s.firms >= l.firms AND s.largest <= CAST(s.usd AS DECIMAL(28,2)) * l.largest_firm_share,
  FALSE
)
UNION ALL
SELECT p.metric_id, p.data_year, p.level, p.key, p.n, NULL
FROM published_metrics AS p
JOIN (SELECT DISTINCT metric_id FROM confidential_shares) AS c ON c.metric_id = p.metric_id
WHERE p.level IN ('partnership', 'partner_country', 'purpose') AND p.status = 'value' AND p.n > 0
