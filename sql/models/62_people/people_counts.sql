-- title: Counts of people
-- grain: one row per count of people, data year, level and key, where it is above zero
-- unit: people
-- formula: the counts that all other figures on people derive from; floor = what anyone knows at least: an exchange or
--    event has one person, a reported count is above zero; a survey counts its respondents
--    known and kept are of earlier editions: a number that was printed and has not changed helps to hide nothing, and
--    one that was withheld stays withheld
-- sources: metrics, earlier_figures
-- zone: protected
-- key: count_id, data_year, level, key
-- columns:
--    count_id VARCHAR: the metric that counts them
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
--    people BIGINT: exact number, above zero
--    floor BIGINT: the least that the published figures allow
--    known BOOLEAN: an earlier edition printed this number
--    kept BOOLEAN: an earlier edition withheld it
WITH
earlier AS (
  SELECT
    e.metric_id,
    e.data_year,
    e.level,
    e.key,
    MAX(CASE WHEN e.central = m.central THEN 1 ELSE 0 END) = 1 AS known,
    MAX(CASE WHEN e.status = 'withheld' THEN 1 ELSE 0 END) = 1 AS kept
  FROM earlier_figures AS e
  JOIN metrics AS m ON m.metric_id = e.metric_id AND m.data_year = e.data_year AND m.level = e.level AND m.key = e.key
  GROUP BY e.metric_id, e.data_year, e.level, e.key
)

SELECT
  m.metric_id AS count_id,
  m.data_year,
  m.level,
  m.key,
  CASE WHEN m.metric_id LIKE 'survey_change%' THEN m.n ELSE CAST(m.central AS BIGINT) END AS people,
  CASE WHEN m.metric_id IN ('people_in', 'people_out', 'people_virtual', 'attendance') THEN m.n ELSE 1 END AS floor,
  COALESCE(e.known, FALSE) AS known,
  COALESCE(e.kept, FALSE) AS kept
FROM metrics AS m
LEFT JOIN earlier AS e
  ON e.metric_id = m.metric_id AND e.data_year = m.data_year AND e.level = m.level AND e.key = m.key
WHERE (m.metric_id IN ('people_in', 'people_out', 'people_virtual', 'attendance', 'volunteers') AND m.central > 0)
  OR (m.metric_id LIKE 'survey_change%' AND m.n > 0 AND m.status IN ('value', 'withheld'))
