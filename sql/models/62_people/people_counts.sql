-- title: Counts of people
-- grain: one row per count of people, data year, level and key, where it is above zero
-- unit: people
-- formula: the counts that all other figures on people derive from; floor = what anyone knows at least: an exchange or
--    event has one person, a reported count is above zero; a survey counts its respondents
-- sources: metrics
-- zone: protected
-- key: count_id, data_year, level, key
-- columns:
--    count_id VARCHAR: the metric that counts them
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
--    people BIGINT: exact number, above zero
--    floor BIGINT: the least that the published figures allow
SELECT
  metric_id AS count_id,
  data_year,
  level,
  key,
  CASE WHEN metric_id LIKE 'survey_change%' THEN n ELSE CAST(central AS BIGINT) END AS people,
  CASE WHEN metric_id IN ('people_in', 'people_out', 'people_virtual', 'attendance') THEN n ELSE 1 END AS floor
FROM metrics
WHERE (metric_id IN ('people_in', 'people_out', 'people_virtual', 'attendance', 'volunteers') AND central > 0)
  OR (metric_id LIKE 'survey_change%' AND n > 0 AND status IN ('value', 'withheld'))
