-- title: Survey pairs
-- grain: one row per respondent and exchange with both waves in one data year
-- unit: points on a scale of 1 to 5
-- formula: answer after − answer before, of the same person, exchange and data year; null where one of the two is empty;
--    an exchange that is not known gives no tie and no purpose, as for an event
-- sources: surveys, exchange_links, partnerships, member_years
-- zone: protected
-- key: submission_id, pre_row
-- sorted: no
-- columns:
--    submission_id VARCHAR: the file of both rows
--    pre_row INTEGER: the row of the wave before
--    post_row INTEGER: the row of the wave after
--    data_year INTEGER: the reporting year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
--    partnership_id VARCHAR: the exchange's tie; null = the exchange is not known
--    partner_country VARCHAR: the partner's country
--    purpose VARCHAR: the exchange's purpose
--    public BOOLEAN: the exchange and its tie may be shown below the state
--    change_q1 INTEGER: change of answer 1, −4 to 4
--    change_q2 INTEGER: change of answer 2
--    change_q3 INTEGER: change of answer 3
--    change_q4 INTEGER: change of answer 4
--    change_q5 INTEGER: change of answer 5
SELECT
  pre.submission_id,
  pre.source_row AS pre_row,
  post.source_row AS post_row,
  pre.data_year,
  pre.member_id,
  m.state,
  x.partnership_id,
  p.partner_country,
  x.purpose,
  COALESCE(x.public, TRUE) AS public,
  post.q1 - pre.q1 AS change_q1,
  post.q2 - pre.q2 AS change_q2,
  post.q3 - pre.q3 AS change_q3,
  post.q4 - pre.q4 AS change_q4,
  post.q5 - pre.q5 AS change_q5
FROM surveys AS pre
JOIN surveys AS post
  ON post.submission_id = pre.submission_id
  AND post.exchange_id_key = pre.exchange_id_key
  AND post.respondent_key = pre.respondent_key
JOIN member_years AS m ON m.member_id = pre.member_id AND m.data_year = pre.data_year
LEFT JOIN exchange_links AS x ON x.submission_id = pre.submission_id AND x.source_row = pre.source_row
LEFT JOIN partnerships AS p ON p.partnership_id = x.partnership_id
WHERE pre.wave = 'pre' AND post.wave = 'post'
