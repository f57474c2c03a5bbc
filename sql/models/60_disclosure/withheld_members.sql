-- title: Members and states withheld
-- grain: one row per metric in confidence, data year, state and member with someone behind it (empty = rows held back)
-- unit: none
-- formula: a member is withheld when it may not stand for itself. What a printed state's printed members leave over of it
--    must be publishable as one; else the smallest printed member joins what is withheld, and where that is not enough
--    the state is withheld, too
-- sources: confidential_sums, confidential_shares, disclosure_limits
-- zone: protected
-- key: metric_id, data_year, state, member_id
-- columns:
--    metric_id VARCHAR: the metric
--    data_year INTEGER: the year
--    state VARCHAR: the state
--    member_id VARCHAR: the member; empty = rows that the state's members hold back
--    size DECIMAL(28,2): respondents or dollars
--    withheld BOOLEAN: the member's figure is not printed
--    state_withheld BOOLEAN: the state's figure is not printed
WITH
members AS (
  SELECT
    m.metric_id,
    m.data_year,
    m.state,
    m.key AS member_id,
    m.size,
    m.publishable,
    s.publishable AS state_publishable,
    ROW_NUMBER() OVER (PARTITION BY m.metric_id, m.data_year, m.state, m.publishable ORDER BY m.size, m.key) AS place
  FROM confidential_sums AS m
  JOIN confidential_sums AS s
    ON s.metric_id = m.metric_id AND s.data_year = m.data_year AND s.level = 'state' AND s.key = m.state
  WHERE m.level = 'member'
),
-- What is left over alone, and with the smallest printed member.
left_over AS (
  SELECT metric_id, data_year, state, member_id, FALSE AS joined FROM members WHERE NOT publishable
  UNION ALL
  SELECT metric_id, data_year, state, member_id, TRUE FROM members WHERE NOT publishable OR place = 1
),
contributors AS (
  SELECT
    t.metric_id,
    t.data_year,
    t.state,
    t.joined,
    SUM(s.respondents) AS respondents,
    MIN(s.least) AS least,
    MAX(s.most) AS most,
    SUM(s.usd) AS usd
  FROM left_over AS t
  JOIN confidential_shares AS s
    ON s.metric_id = t.metric_id AND s.data_year = t.data_year AND s.state = t.state AND s.member_id = t.member_id
  GROUP BY t.metric_id, t.data_year, t.state, t.joined, s.contributor
),
sums AS (
  SELECT
    metric_id,
    data_year,
    state,
    joined,
    SUM(respondents) AS respondents,
    MIN(least) AS least,
    MAX(most) AS most,
    SUM(CASE WHEN usd > 0 THEN 1 ELSE 0 END) AS firms,
    MAX(usd) AS largest,
    SUM(usd) AS usd
  FROM contributors
  GROUP BY metric_id, data_year, state, joined
),
tested AS (
  SELECT
    s.metric_id,
    s.data_year,
    s.state,
    s.joined,
    COALESCE(
      s.respondents >= l.respondents AND s.least < s.most,
      s.firms >= l.firms AND s.largest <= CAST(s.usd AS DECIMAL(28,2)) * l.largest_firm_share,
      FALSE
    ) AS publishable
  FROM sums AS s
  CROSS JOIN disclosure_limits AS l
),
judged AS (
  SELECT
    m.*,
    m.state_publishable AND NOT COALESCE(a.publishable, TRUE) AS needs_company,
    COALESCE(j.publishable, TRUE) AS company_is_enough
  FROM members AS m
  LEFT JOIN tested AS a ON a.metric_id = m.metric_id AND a.data_year = m.data_year AND a.state = m.state AND NOT a.joined
  LEFT JOIN tested AS j ON j.metric_id = m.metric_id AND j.data_year = m.data_year AND j.state = m.state AND j.joined
)

SELECT
  metric_id,
  data_year,
  state,
  member_id,
  size,
  NOT publishable OR (needs_company AND place = 1) AS withheld,
  NOT state_publishable OR (needs_company AND NOT company_is_enough) AS state_withheld
FROM judged
