-- title: Contributions
-- grain: one row per submitted row and additive metric
-- unit: that of the metric: a count, nights, hours or U.S. dollars
-- formula: each amount of the rows of the layer below, in its own row; nothing is added up here. Metric by metric, so that
--    whoever asks for one need not read the others
-- sources: exchange_amounts, event_amounts, volunteer_amounts, trade_amounts, budgets
-- zone: protected
-- key: metric_id, submission_id, source_row
-- sorted: no
-- columns:
--    metric_id VARCHAR: what is counted
--    data_year INTEGER: the year in which it took place
--    member_id VARCHAR: the member that reported it
--    state VARCHAR: its state
--    partnership_id VARCHAR: the tie; an event's own, else its exchange's; null = none
--    partner_country VARCHAR: the partner's country; null = none
--    purpose VARCHAR: one of the nine; null where not applicable
--    direction VARCHAR: of exchanges; null elsewhere
--    category VARCHAR: lodging of inbound nights, visitor or event of tax, counting method, activity, trade stage, funder
--    detail VARCHAR: evidence of trade, cost category
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    low DECIMAL(18,2): low; null = not computed, a parameter is missing
--    central DECIMAL(18,2): central
--    high DECIMAL(18,2): high
--    parameters VARCHAR: what the amount is made with, each as ;name=key, its row of parameters that is used, or
--    missing; null = no parameter enters it
--    public BOOLEAN: it counts below the state, too
SELECT 'exchanges' AS metric_id, data_year, member_id, state, partnership_id, partner_country, purpose, public, direction,
  CAST(NULL AS VARCHAR) AS category, CAST(NULL AS VARCHAR) AS detail, submission_id, source_row,
  CAST(1 AS DECIMAL(18,2)) AS low, CAST(1 AS DECIMAL(18,2)) AS central, CAST(1 AS DECIMAL(18,2)) AS high, CAST(NULL AS VARCHAR) AS parameters
FROM exchange_amounts
UNION ALL
SELECT 'people', data_year, member_id, state, partnership_id, partner_country, purpose, public, direction, NULL, NULL, submission_id, source_row,
  people, people, people, NULL
FROM exchange_amounts
UNION ALL
SELECT 'youth', data_year, member_id, state, partnership_id, partner_country, purpose, public, direction, NULL, NULL, submission_id, source_row,
  youth, youth, youth, NULL
FROM exchange_amounts
WHERE youth IS NOT NULL
UNION ALL
SELECT 'officials', data_year, member_id, state, partnership_id, partner_country, purpose, public, direction, NULL, NULL, submission_id, source_row,
  officials, officials, officials, NULL
FROM exchange_amounts
WHERE officials IS NOT NULL
UNION ALL
SELECT 'first_time', data_year, member_id, state, partnership_id, partner_country, purpose, public, direction, NULL, NULL, submission_id, source_row,
  first_time, first_time, first_time, NULL
FROM exchange_amounts
WHERE first_time IS NOT NULL
UNION ALL
SELECT 'person_nights', data_year, member_id, state, partnership_id, partner_country, purpose, public, direction, lodging, NULL, submission_id, source_row,
  person_nights, person_nights, person_nights, NULL
FROM exchange_amounts
WHERE person_nights IS NOT NULL
UNION ALL
SELECT 'visitor_spend_gross', data_year, member_id, state, partnership_id, partner_country, purpose, public, direction, NULL, NULL, submission_id, source_row,
  gross_low, gross_central, gross_high, stay_parameters
FROM exchange_amounts
WHERE direction = 'inbound'
UNION ALL
SELECT 'visitor_spend_new', data_year, member_id, state, partnership_id, partner_country, purpose, public, direction, NULL, NULL, submission_id, source_row,
  new_low, new_central, new_high, stay_parameters
FROM exchange_amounts
WHERE direction = 'inbound'
UNION ALL
SELECT 'visitor_spend_direct', data_year, member_id, state, partnership_id, partner_country, purpose, public, direction, NULL, NULL, submission_id, source_row,
  direct_low, direct_central, direct_high, CONCAT_WS(';', NULLIF(stay_parameters, ''), 'capture_rate=all')
FROM exchange_amounts
WHERE direction = 'inbound'
UNION ALL
SELECT 'visitor_spend_indirect', data_year, member_id, state, partnership_id, partner_country, purpose, public, direction, NULL, NULL, submission_id, source_row,
  indirect_low, indirect_central, indirect_high, CONCAT_WS(';', NULLIF(stay_parameters, ''), CONCAT('capture_rate=all;type1_multiplier=', type1_key))
FROM exchange_amounts
WHERE direction = 'inbound'
UNION ALL
SELECT 'visitor_spend_induced', data_year, member_id, state, partnership_id, partner_country, purpose, public, direction, NULL, NULL, submission_id, source_row,
  induced_low, induced_central, induced_high, CONCAT_WS(';', NULLIF(stay_parameters, ''), CONCAT('capture_rate=all;type1_multiplier=', type1_key, ';type2_multiplier=', type2_key))
FROM exchange_amounts
WHERE direction = 'inbound'
UNION ALL
SELECT 'local_tax', data_year, member_id, state, partnership_id, partner_country, purpose, public, direction, 'visitor', NULL, submission_id, source_row,
  tax_low, tax_central, tax_high, CONCAT_WS(';', NULLIF(stay_parameters, ''), 'capture_rate=all;local_tax_rate=all')
FROM exchange_amounts
WHERE direction = 'inbound'
UNION ALL
SELECT 'local_tax', data_year, member_id, state, partnership_id, partner_country, purpose, public, NULL, 'event', NULL, submission_id, source_row,
  tax_low, tax_central, tax_high, CONCAT_WS(';', NULLIF(guest_parameters, ''), 'capture_rate=all;local_tax_rate=all')
FROM event_amounts
WHERE guests IS NOT NULL
UNION ALL
SELECT 'events', data_year, member_id, state, partnership_id, partner_country, purpose, public, NULL, NULL, NULL, submission_id, source_row,
  1, 1, 1, NULL
FROM event_amounts
UNION ALL
SELECT 'attendance', data_year, member_id, state, partnership_id, partner_country, purpose, public, NULL, method, NULL, submission_id, source_row,
  attendance, attendance, attendance, NULL
FROM event_amounts
UNION ALL
SELECT 'event_spend_direct', data_year, member_id, state, partnership_id, partner_country, purpose, public, NULL, method, NULL, submission_id, source_row,
  direct_low, direct_central, direct_high, CONCAT_WS(';', NULLIF(guest_parameters, ''), 'capture_rate=all')
FROM event_amounts
WHERE guests IS NOT NULL
UNION ALL
SELECT 'event_spend_indirect', data_year, member_id, state, partnership_id, partner_country, purpose, public, NULL, method, NULL, submission_id, source_row,
  indirect_low, indirect_central, indirect_high, CONCAT_WS(';', NULLIF(guest_parameters, ''), CONCAT('capture_rate=all;type1_multiplier=', type1_key))
FROM event_amounts
WHERE guests IS NOT NULL
UNION ALL
SELECT 'event_spend_induced', data_year, member_id, state, partnership_id, partner_country, purpose, public, NULL, method, NULL, submission_id, source_row,
  induced_low, induced_central, induced_high, CONCAT_WS(';', NULLIF(guest_parameters, ''), CONCAT('capture_rate=all;type1_multiplier=', type1_key, ';type2_multiplier=', type2_key))
FROM event_amounts
WHERE guests IS NOT NULL
UNION ALL
SELECT 'volunteer_hours', data_year, member_id, state, NULL, NULL, NULL, TRUE, NULL, activity, NULL, submission_id, source_row,
  hours, hours, hours, NULL
FROM volunteer_amounts
UNION ALL
SELECT 'volunteer_value', data_year, member_id, state, NULL, NULL, NULL, TRUE, NULL, activity, NULL, submission_id, source_row,
  value_low, value_central, value_high, CONCAT('volunteer_hour_usd=', parameter_key)
FROM volunteer_amounts
UNION ALL
SELECT 'trade_stage', data_year, member_id, state, partnership_id, partner_country, NULL, public, NULL, stage, evidence, submission_id, source_row,
  1, 1, 1, NULL
FROM trade_amounts
UNION ALL
SELECT 'trade_value_reported', data_year, member_id, state, partnership_id, partner_country, NULL, public, NULL, stage, evidence, submission_id, source_row,
  reported, reported, reported, CASE WHEN rate_key IS NOT NULL THEN CONCAT('fx_lcu_per_usd=', rate_key) END
FROM trade_amounts
WHERE valued
UNION ALL
SELECT 'trade_value_attributed', data_year, member_id, state, partnership_id, partner_country, NULL, public, NULL, stage, evidence, submission_id, source_row,
  attributed, attributed, attributed, CASE WHEN rate_key IS NOT NULL THEN CONCAT('fx_lcu_per_usd=', rate_key) END
FROM trade_amounts
WHERE shared
UNION ALL
SELECT 'cost', b.data_year, b.member_id, y.state, NULL, NULL, NULL, TRUE, NULL, b.funded_by, b.category, b.submission_id, b.source_row,
  b.amount_usd, b.amount_usd, b.amount_usd, NULL
FROM budgets AS b
JOIN member_years AS y ON y.member_id = b.member_id AND y.data_year = b.data_year
