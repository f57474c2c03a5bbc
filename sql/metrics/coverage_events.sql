-- title: Coverage, events
-- unit: ratio, 0 to 1
-- grain: data year, level and key
-- goal: cost and trust
-- formula: expected members that reported events, or said there was nothing to report ÷ expected members; n =
--    expected members
-- sources: registry and submissions
-- levels: network, state, member
-- datasets: events
-- decimals: 4
-- title_es: Cobertura, eventos
-- formula_es: miembros esperados que informaron eventos o dijeron que no había nada que informar ÷ miembros
--    esperados; n = miembros esperados
-- trace: reported = COUNT(*) FROM reports_received WHERE dataset = 'events';
--    expected = COUNT(*) FROM expected_members
-- equals: reported ÷ expected
-- not_applicable: no member was expected to report
WITH
coverage AS (
  SELECT
    data_year,
    level,
    key,
    expected,
    ratio4(CAST(expected_reported AS DECIMAL(30,6)), CAST(expected AS DECIMAL(30,6))) AS share
  FROM level_reports
  WHERE dataset = 'events' AND level IN ('network', 'state', 'member')
)

SELECT
  data_year,
  level,
  key,
  share AS low,
  share AS central,
  share AS high,
  expected AS n,
  CASE WHEN share IS NULL THEN 'not_applicable' ELSE 'value' END AS status,
  0 AS rows_not_computed
FROM coverage
