-- title: Tie counts
-- grain: one row per data year, level and key; level purpose left out, for a tie has none
-- unit: ties, countries
-- formula: ties of a key by what they are; dormant ties only of members whose window is known
-- sources: level_reports, partnership_windows, levels
-- zone: protected
-- key: data_year, level, key
-- columns:
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership or partner_country
--    key VARCHAR: which of them; empty for network
--    active BIGINT: active ties
--    countries BIGINT: distinct partner countries of active ties
--    fresh BIGINT: ties established in the year
--    ended BIGINT: ties that ended in the year
--    dormant_2 BIGINT: ties dormant for 2 years
--    dormant_5 BIGINT: ties dormant for 5 years
--    mutual_3 BIGINT: ties with people in and out in 3 years
--    full_2 BIGINT: members with a full window of 2 years
--    full_3 BIGINT: members with a full window of 3 years
--    full_5 BIGINT: members with a full window of 5 years
--    reported_3 BIGINT: member years of exchange reports in the last 3 years
WITH
keyed AS (
  SELECT
    w.*,
    l.level,
    level_key(l.level, TRUE, w.state, w.member_id, w.partnership_id, w.partner_country, NULL) AS key
  FROM partnership_windows AS w
  JOIN levels AS l ON l.level <> 'purpose' AND l.whole = w.whole
),
counts AS (
  SELECT
    data_year,
    level,
    key,
    SUM(CASE WHEN active THEN 1 ELSE 0 END) AS active,
    COUNT(DISTINCT CASE WHEN active THEN partner_country END) AS countries,
    SUM(CASE WHEN is_new THEN 1 ELSE 0 END) AS fresh,
    SUM(CASE WHEN is_ended THEN 1 ELSE 0 END) AS ended,
    SUM(CASE WHEN dormant_2 AND full_2 THEN 1 ELSE 0 END) AS dormant_2,
    SUM(CASE WHEN dormant_5 AND full_5 THEN 1 ELSE 0 END) AS dormant_5,
    SUM(CASE WHEN mutual_3 THEN 1 ELSE 0 END) AS mutual_3
  FROM keyed
  GROUP BY data_year, level, key
)

SELECT
  r.data_year,
  r.level,
  r.key,
  COALESCE(c.active, 0) AS active,
  COALESCE(c.countries, 0) AS countries,
  COALESCE(c.fresh, 0) AS fresh,
  COALESCE(c.ended, 0) AS ended,
  COALESCE(c.dormant_2, 0) AS dormant_2,
  COALESCE(c.dormant_5, 0) AS dormant_5,
  COALESCE(c.mutual_3, 0) AS mutual_3,
  r.full_2,
  r.full_3,
  r.full_5,
  r.reported_3
FROM level_reports AS r
LEFT JOIN counts AS c ON c.data_year = r.data_year AND c.level = r.level AND c.key = r.key
WHERE r.dataset = 'exchanges' AND r.level <> 'purpose'
