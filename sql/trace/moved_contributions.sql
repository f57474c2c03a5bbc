-- title: Contributions with one assumption moved
-- grain: one row per contribution in dollars and assumption: for hours that of their value, for all else the other ten
-- unit: U.S. dollars
-- formula: each amount made once more with one assumption at its low, and at its high, all others central; central is the
--    amount itself
-- sources: moved_amounts, volunteer_amounts
-- columns:
--    assumption VARCHAR: the parameter, or the rule, that is moved
--    metric_id VARCHAR: metric of contributions
--    data_year INTEGER: the year
--    member_id VARCHAR: the member
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    low DECIMAL(24,2): the amount with the assumption low; null where a parameter is missing
--    central DECIMAL(24,2): the amount
--    high DECIMAL(24,2): the amount with the assumption high
--    parameters VARCHAR: what the amount is made with
SELECT
  a.assumption,
  m.metric_id,
  a.data_year,
  a.member_id,
  a.submission_id,
  a.source_row,
  CASE m.effect WHEN 'direct' THEN a.direct_low WHEN 'indirect' THEN a.indirect_low WHEN 'induced' THEN a.induced_low ELSE a.tax_low END AS low,
  CASE m.effect
    WHEN 'direct' THEN a.direct_central
    WHEN 'indirect' THEN a.indirect_central
    WHEN 'induced' THEN a.induced_central
    ELSE a.tax_central
  END AS central,
  CASE m.effect WHEN 'direct' THEN a.direct_high WHEN 'indirect' THEN a.indirect_high WHEN 'induced' THEN a.induced_high ELSE a.tax_high END AS high,
  CONCAT_WS(
    ';',
    NULLIF(a.gross_parameters, ''),
    'capture_rate=all',
    CASE WHEN m.effect IN ('indirect', 'induced') THEN CONCAT('type1_multiplier=', a.type1_key) END,
    CASE m.effect WHEN 'induced' THEN CONCAT('type2_multiplier=', a.type2_key) WHEN 'tax' THEN 'local_tax_rate=all' END
  ) AS parameters
FROM moved_amounts AS a
JOIN (VALUES
  ('visitor_spend_direct', 'visitor', 'direct'), ('visitor_spend_indirect', 'visitor', 'indirect'),
  ('visitor_spend_induced', 'visitor', 'induced'), ('local_tax', 'visitor', 'tax'),
  ('event_spend_direct', 'event', 'direct'), ('event_spend_indirect', 'event', 'indirect'),
  ('event_spend_induced', 'event', 'induced'), ('local_tax', 'event', 'tax')
) AS m(metric_id, spent_by, effect) ON m.spent_by = a.spent_by
UNION ALL
SELECT
  'volunteer_hour_usd', 'volunteer_value', data_year, member_id, submission_id, source_row,
  value_low, value_central, value_high,
  CONCAT('volunteer_hour_usd=', parameter_key)
FROM volunteer_amounts
