-- title: Rows of survey pairs
-- grain: one row per wave of a respondent with both waves of one exchange in one data year
-- unit: points on a scale of 1 to 5
-- formula: an answer after as it is, an answer before with its sign turned, so that they add up to the changes; null where
--    one of the two is empty
-- sources: survey_pairs, surveys
-- columns:
--    data_year INTEGER: the year
--    state VARCHAR: the member's state
--    member_id VARCHAR: the member
--    partnership_id VARCHAR: the exchange's tie; null = the exchange is not known
--    partner_country VARCHAR: the partner's country
--    purpose VARCHAR: the exchange's purpose
--    public BOOLEAN: it counts below the state, too
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    pair INTEGER: 1 in the row after, 0 in the row before
--    q1 INTEGER: answer 1
--    q2 INTEGER: answer 2
--    q3 INTEGER: answer 3
--    q4 INTEGER: answer 4
--    q5 INTEGER: answer 5
WITH
pair_rows AS (
  SELECT *, pre_row AS source_row, 0 AS pair, -1 AS sign FROM survey_pairs
  UNION ALL
  SELECT *, post_row AS source_row, 1 AS pair, 1 AS sign FROM survey_pairs
),
signed AS (
  SELECT p.*, s.q1, s.q2, s.q3, s.q4, s.q5
  FROM pair_rows AS p
  JOIN surveys AS s ON s.data_year = p.data_year AND s.submission_id = p.submission_id AND s.source_row = p.source_row
)

SELECT
  data_year,
  state,
  member_id,
  partnership_id,
  partner_country,
  purpose,
  public,
  submission_id,
  source_row,
  pair,
  CASE WHEN change_q1 IS NOT NULL THEN sign * q1 END AS q1,
  CASE WHEN change_q2 IS NOT NULL THEN sign * q2 END AS q2,
  CASE WHEN change_q3 IS NOT NULL THEN sign * q3 END AS q3,
  CASE WHEN change_q4 IS NOT NULL THEN sign * q4 END AS q4,
  CASE WHEN change_q5 IS NOT NULL THEN sign * q5 END AS q5
FROM signed
