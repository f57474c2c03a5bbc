-- title: Withheld figures
-- grain: one row per metric in confidence, data year, level and key that is not printed
-- unit: none
-- formula: members and states as the model withheld_members says. What the printed states, and the printed members of those
--    withheld, leave over of the network must be publishable as one; else the smallest printed state joins, with its
--    smallest member where it has none withheld, and where that is not enough the network is withheld, too. Ties,
--    countries and purposes always, where someone is behind them
-- sources: withheld_members, confidential_sums, confidential_shares, disclosure_limits, metrics
-- zone: protected
-- key: metric_id, data_year, level, key
-- columns:
--    metric_id VARCHAR: the metric
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
WITH
states AS (
  SELECT
    metric_id,
    data_year,
    state,
    state_withheld,
    SUM(size) AS size,
    MAX(CASE WHEN withheld THEN 1 ELSE 0 END) = 1 AS hides_members
  FROM withheld_members
  GROUP BY metric_id, data_year, state, state_withheld
),
-- The smallest printed state of each network.
company AS (
  SELECT metric_id, data_year, state, hides_members
  FROM states
  WHERE NOT state_withheld
  QUALIFY ROW_NUMBER() OVER (PARTITION BY metric_id, data_year ORDER BY size, state) = 1
),
members AS (
  SELECT
    m.*,
    COALESCE(c.state = m.state, FALSE) AS of_company,
    -- Of a state that hides nobody its total is its members' sum: one of them has to go with it.
    COALESCE(c.state = m.state AND NOT c.hides_members, FALSE)
      AND ROW_NUMBER() OVER (PARTITION BY m.metric_id, m.data_year, m.state ORDER BY m.size, m.member_id) = 1 AS goes_along
  FROM withheld_members AS m
  LEFT JOIN company AS c ON c.metric_id = m.metric_id AND c.data_year = m.data_year
),
left_over AS (
  SELECT metric_id, data_year, '' AS network, state, member_id, FALSE AS joined FROM members WHERE state_withheld AND withheld
  UNION ALL
  SELECT metric_id, data_year, '', state, member_id, TRUE
  FROM members
  WHERE (state_withheld AND withheld) OR (of_company AND (withheld OR goes_along))
),
contributors AS (
  SELECT
    t.metric_id,
    t.data_year,
    t.network,
    t.joined,
    SUM(s.respondents) AS respondents,
    MIN(s.least) AS least,
    MAX(s.most) AS most,
    SUM(s.usd) AS usd
  FROM left_over AS t
  JOIN confidential_shares AS s
    ON s.metric_id = t.metric_id AND s.data_year = t.data_year AND s.state = t.state AND s.member_id = t.member_id
  GROUP BY t.metric_id, t.data_year, t.network, t.joined, s.contributor
),
sums AS (
  SELECT
    metric_id,
    data_year,
    network,
    joined,
    SUM(respondents) AS respondents,
    MIN(least) AS least,
    MAX(most) AS most,
    SUM(CASE WHEN usd > 0 THEN 1 ELSE 0 END) AS firms,
    MAX(usd) AS largest,
    SUM(usd) AS usd
  FROM contributors
  GROUP BY metric_id, data_year, network, joined
),
tested AS (
  SELECT
    s.metric_id,
    s.data_year,
    s.network,
    s.joined,
    COALESCE(
      s.respondents >= l.respondents AND s.least < s.most,
      s.firms >= l.firms AND s.largest <= CAST(s.usd AS DECIMAL(28,2)) * l.largest_firm_share,
      FALSE
    ) AS publishable
  FROM sums AS s
  CROSS JOIN disclosure_limits AS l
),
networks AS (
  SELECT
    n.metric_id,
    n.data_year,
    n.publishable,
    n.publishable AND NOT COALESCE(a.publishable, TRUE) AS needs_company,
    COALESCE(j.publishable, TRUE) AS company_is_enough
  FROM confidential_sums AS n
  LEFT JOIN tested AS a ON a.metric_id = n.metric_id AND a.data_year = n.data_year AND NOT a.joined
  LEFT JOIN tested AS j ON j.metric_id = n.metric_id AND j.data_year = n.data_year AND j.joined
  WHERE n.level = 'network'
),
judged AS (
  SELECT m.*, n.needs_company FROM members AS m JOIN networks AS n ON n.metric_id = m.metric_id AND n.data_year = m.data_year
),
in_confidence AS (
  SELECT DISTINCT metric_id FROM confidential_shares
)

SELECT metric_id, data_year, 'network' AS level, '' AS key
FROM networks
WHERE NOT publishable OR (needs_company AND NOT company_is_enough)
UNION ALL
SELECT DISTINCT metric_id, data_year, 'state', state FROM judged WHERE state_withheld OR (needs_company AND of_company)
UNION ALL
SELECT metric_id, data_year, 'member', member_id
FROM judged
WHERE member_id <> '' AND (withheld OR (needs_company AND goes_along))
UNION ALL
SELECT m.metric_id, m.data_year, m.level, m.key
FROM metrics AS m
JOIN in_confidence AS c ON c.metric_id = m.metric_id
WHERE m.level IN ('partnership', 'partner_country', 'purpose') AND m.n > 0
