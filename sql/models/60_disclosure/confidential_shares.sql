-- title: Who stands behind what is in confidence
-- grain: one row per metric in confidence, data year, state, member (empty = its state's rows held back) and contributor
-- unit: respondents, U.S. dollars, points of change
-- formula: of survey changes all matched respondents of a member together; of dollars of trade each firm. A metric that
--    stands here is printed at network, state and member only, and there by the rule of the models that read this one
-- sources: survey_pairs, trade_amounts, trade_contacts
-- zone: protected
-- key: metric_id, data_year, state, member_id, contributor
-- columns:
--    metric_id VARCHAR: survey_change_q1 to q5, trade_value_reported or trade_value_attributed
--    data_year INTEGER: the year
--    state VARCHAR: the state
--    member_id VARCHAR: the member; empty = rows that its members hold back (public = no), which no member's figure counts
--    contributor VARCHAR: the firm, folded; empty for respondents
--    respondents BIGINT: matched respondents; null for firms
--    least INTEGER: their smallest change
--    most INTEGER: their largest change
--    usd DECIMAL(28,2): dollars of the firm; null for respondents
WITH
answers AS (
  SELECT
    CONCAT('survey_change_', q.question) AS metric_id,
    p.data_year,
    p.state,
    CASE WHEN p.public THEN p.member_id ELSE '' END AS member_id,
    CASE q.question
      WHEN 'q1' THEN p.change_q1
      WHEN 'q2' THEN p.change_q2
      WHEN 'q3' THEN p.change_q3
      WHEN 'q4' THEN p.change_q4
      WHEN 'q5' THEN p.change_q5
    END AS change
  FROM survey_pairs AS p
  CROSS JOIN (VALUES ('q1'), ('q2'), ('q3'), ('q4'), ('q5')) AS q(question)
),
deals AS (
  SELECT
    v.metric_id,
    t.data_year,
    t.state,
    CASE WHEN t.public THEN t.member_id ELSE '' END AS member_id,
    c.company_key,
    CASE v.metric_id WHEN 'trade_value_reported' THEN t.reported ELSE t.attributed END AS usd
  FROM trade_amounts AS t
  JOIN trade_contacts AS c ON c.submission_id = t.submission_id AND c.source_row = t.source_row
  CROSS JOIN (VALUES ('trade_value_reported'), ('trade_value_attributed')) AS v(metric_id)
)

SELECT
  metric_id,
  data_year,
  state,
  member_id,
  '' AS contributor,
  COUNT(*) AS respondents,
  MIN(change) AS least,
  MAX(change) AS most,
  CAST(NULL AS DECIMAL(28,2)) AS usd
FROM answers
WHERE change IS NOT NULL
GROUP BY metric_id, data_year, state, member_id
UNION ALL
SELECT metric_id, data_year, state, member_id, company_key, NULL, NULL, NULL, SUM(usd)
FROM deals
WHERE usd IS NOT NULL
GROUP BY metric_id, data_year, state, member_id, company_key
