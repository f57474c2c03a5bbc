-- title: Coverage, trade contacts
-- unit: ratio, 0 to 1
-- grain: data year, level and key
-- goal: cost and trust
-- formula: expected members that reported trade contacts, or said there was nothing to report ÷ expected members;
--    n = expected members
-- sources: registry and submissions
-- levels: network, state, member
-- datasets: trade_contacts
-- decimals: 4
-- title_es: Cobertura, contactos comerciales
-- formula_es: miembros esperados que informaron contactos comerciales o dijeron que no había nada que informar ÷
--    miembros esperados; n = miembros esperados
-- trace: reported = COUNT(*) FROM reports_received WHERE dataset = 'trade_contacts';
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
  WHERE dataset = 'trade_contacts' AND level IN ('network', 'state', 'member')
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
