-- title: Survey changes
-- grain: one row per question, data year, level and key
-- unit: points on a scale of 1 to 5
-- formula: central = mean change of the pairs that answered both times; low and high = mean ∓ t × sd ÷ √n, sd with n − 1,
--    t = Student's 97.5% quantile with n − 1 degrees of freedom; half up to four decimals; withheld below n = 10, and
--    where all answered alike
-- sources: survey_pairs, level_reports, levels, student_t, disclosure_limits
-- zone: protected
-- key: question, data_year, level, key
-- columns:
--    question VARCHAR: q1 to q5
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
--    low DECIMAL(28,4): lower end of the 95% interval
--    central DECIMAL(28,4): mean change
--    high DECIMAL(28,4): upper end
--    n BIGINT: pairs that answered both times
--    status VARCHAR: value, withheld, not_reported or not_applicable (surveys reported, but no pair)
--    rows_not_computed BIGINT: 0, for no parameter enters it
WITH
questions AS (
  SELECT question FROM (VALUES ('q1'), ('q2'), ('q3'), ('q4'), ('q5')) AS q(question)
),
answers AS (
  SELECT
    q.question,
    p.data_year,
    p.state,
    p.member_id,
    p.partnership_id,
    p.partner_country,
    p.purpose,
    p.public,
    CASE q.question
      WHEN 'q1' THEN p.change_q1
      WHEN 'q2' THEN p.change_q2
      WHEN 'q3' THEN p.change_q3
      WHEN 'q4' THEN p.change_q4
      WHEN 'q5' THEN p.change_q5
    END AS change
  FROM survey_pairs AS p
  CROSS JOIN questions AS q
),
cells AS (
  SELECT
    question,
    data_year,
    state,
    member_id,
    partnership_id,
    partner_country,
    purpose,
    public,
    COUNT(*) AS n,
    SUM(change) AS total,
    SUM(change * change) AS squares,
    MIN(change) AS least,
    MAX(change) AS most
  FROM answers
  WHERE change IS NOT NULL
  GROUP BY question, data_year, state, member_id, partnership_id, partner_country, purpose, public
),
keyed AS (
  SELECT
    c.*,
    l.level,
    level_key(l.level, c.public, c.state, c.member_id, c.partnership_id, c.partner_country, c.purpose) AS key
  FROM cells AS c
  CROSS JOIN levels AS l
),
sums AS (
  SELECT
    question,
    data_year,
    level,
    key,
    CAST(SUM(n) AS BIGINT) AS n,
    CAST(SUM(total) AS BIGINT) AS total,
    CAST(SUM(squares) AS BIGINT) AS squares,
    MIN(least) AS least,
    MAX(most) AS most
  FROM keyed
  WHERE key IS NOT NULL
  GROUP BY question, data_year, level, key
),
-- Above the table, t in powers of 1 ÷ degrees of freedom (Cornish and Fisher), exact to nine decimals there. Sums and
-- quotients of doubles, written out, are the same on every engine; they are rounded only inside mean_bound.
spread AS (
  SELECT
    s.*,
    COALESCE(
      CAST(t.quantile AS DOUBLE),
      1.9599639845400542e0
        + (2.3722712302985628e0 + (2.8224986157396118e0 + 2.5558496795077233e0 / CAST(s.n - 1 AS DOUBLE)) / CAST(s.n - 1 AS DOUBLE))
        / CAST(s.n - 1 AS DOUBLE)
    ) AS errors
  FROM sums AS s
  CROSS JOIN disclosure_limits AS l
  LEFT JOIN student_t AS t ON t.degrees_of_freedom = s.n - 1
  WHERE s.n >= l.respondents AND s.least < s.most
),
judged AS (
  SELECT
    q.question,
    r.data_year,
    r.level,
    r.key,
    COALESCE(s.n, 0) AS n,
    CASE
      WHEN s.n >= l.respondents AND s.least < s.most THEN 'value'
      WHEN s.n > 0 THEN 'withheld'
      WHEN r.reported > 0 THEN 'not_applicable'
      ELSE 'not_reported'
    END AS status
  FROM level_reports AS r
  CROSS JOIN questions AS q
  CROSS JOIN disclosure_limits AS l
  LEFT JOIN sums AS s
    ON s.question = q.question AND s.data_year = r.data_year AND s.level = r.level AND s.key = r.key
  WHERE r.dataset = 'surveys'
)

SELECT
  j.question,
  j.data_year,
  j.level,
  j.key,
  mean_bound(CAST(s.n AS DECIMAL(30,6)), CAST(s.total AS DECIMAL(30,6)), CAST(s.squares AS DECIMAL(30,6)), -s.errors) AS low,
  mean_bound(CAST(s.n AS DECIMAL(30,6)), CAST(s.total AS DECIMAL(30,6)), CAST(s.squares AS DECIMAL(30,6)), 0e0) AS central,
  mean_bound(CAST(s.n AS DECIMAL(30,6)), CAST(s.total AS DECIMAL(30,6)), CAST(s.squares AS DECIMAL(30,6)), s.errors) AS high,
  j.n,
  j.status,
  0 AS rows_not_computed
FROM judged AS j
LEFT JOIN spread AS s
  ON s.question = j.question AND s.data_year = j.data_year AND s.level = j.level AND s.key = j.key
