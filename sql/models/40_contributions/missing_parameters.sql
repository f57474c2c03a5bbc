-- title: Missing parameters
-- grain: one row per data year, parameter, key and dataset
-- unit: rows
-- formula: every parameter that an amount of a row in force needs and that the tables do not hold
-- sources: exchanges, stay_rates, member_years, fixed_rates, event_amounts, event_rates, volunteer_amounts, trade_amounts
-- zone: tables
-- key: data_year, parameter, key, dataset
-- columns:
--    data_year INTEGER: the reporting year
--    parameter VARCHAR: the table that lacks a row
--    key VARCHAR: the row that it lacks
--    dataset VARCHAR: the dataset whose rows need it
--    rows BIGINT: rows with an amount that is not computed for want of it
WITH
stays AS (
  SELECT e.data_year, e.lodging, r.fiscal_year, r.has_lodging_rate, r.has_mie_rate, r.has_lodging_share, r.has_mie_share, COUNT(*) AS rows
  FROM exchanges AS e
  JOIN stay_rates AS r ON r.start_date = e.start_date AND r.lodging = e.lodging
  WHERE e.direction = 'inbound' AND e.spend_usd IS NULL
  GROUP BY e.data_year, e.lodging, r.fiscal_year, r.has_lodging_rate, r.has_mie_rate, r.has_lodging_share, r.has_mie_share
),
spending AS (
  SELECT 'exchanges' AS dataset, data_year, member_id, COUNT(*) AS rows
  FROM exchanges
  WHERE direction = 'inbound'
  GROUP BY data_year, member_id
  UNION ALL
  SELECT 'events' AS dataset, data_year, member_id, COUNT(*) AS rows
  FROM event_amounts
  WHERE guests IS NOT NULL
  GROUP BY data_year, member_id
),
needs AS (
  SELECT data_year, 'gsa_lodging_usd' AS parameter, CAST(fiscal_year AS VARCHAR) AS key, 'exchanges' AS dataset, rows
  FROM stays
  WHERE NOT has_lodging_rate
  UNION ALL
  SELECT data_year, 'gsa_mie_usd', CAST(fiscal_year AS VARCHAR), 'exchanges', rows FROM stays WHERE NOT has_mie_rate
  UNION ALL
  SELECT data_year, 'stay_lodging_share', lodging, 'exchanges', rows FROM stays WHERE NOT has_lodging_share
  UNION ALL
  SELECT data_year, 'stay_mie_share', lodging, 'exchanges', rows FROM stays WHERE NOT has_mie_share
  UNION ALL
  SELECT s.data_year, 'type1_multiplier', m.type1_key, s.dataset, s.rows
  FROM spending AS s
  JOIN member_years AS m ON m.data_year = s.data_year AND m.member_id = s.member_id
  WHERE m.type1_low IS NULL
  UNION ALL
  SELECT s.data_year, 'type2_multiplier', m.type2_key, s.dataset, s.rows
  FROM spending AS s
  JOIN member_years AS m ON m.data_year = s.data_year AND m.member_id = s.member_id
  WHERE m.type2_low IS NULL
  UNION ALL
  SELECT s.data_year, 'capture_rate', 'all', s.dataset, s.rows FROM spending AS s CROSS JOIN fixed_rates AS f WHERE f.capture_low IS NULL
  UNION ALL
  SELECT s.data_year, 'local_tax_rate', 'all', s.dataset, s.rows FROM spending AS s CROSS JOIN fixed_rates AS f WHERE f.tax_low IS NULL
  UNION ALL
  SELECT s.data_year, 'event_primary_share', 'all', s.dataset, s.rows
  FROM spending AS s
  CROSS JOIN fixed_rates AS f
  WHERE s.dataset = 'events' AND f.event_share_low IS NULL
  UNION ALL
  SELECT s.data_year, 'event_spend_base_usd', 'base year', s.dataset, s.rows
  FROM spending AS s
  JOIN event_rates AS r ON r.data_year = s.data_year
  WHERE s.dataset = 'events' AND r.base_year IS NULL
  UNION ALL
  SELECT s.data_year, 'cpi_u', r.base_year, s.dataset, s.rows
  FROM spending AS s
  JOIN event_rates AS r ON r.data_year = s.data_year
  WHERE s.dataset = 'events' AND r.base_year IS NOT NULL AND NOT r.has_base_index AND r.base_year <> CAST(s.data_year AS VARCHAR)
  UNION ALL
  SELECT s.data_year, 'cpi_u', CAST(s.data_year AS VARCHAR), s.dataset, s.rows
  FROM spending AS s
  JOIN event_rates AS r ON r.data_year = s.data_year
  WHERE s.dataset = 'events' AND NOT r.has_index
  UNION ALL
  SELECT data_year, 'volunteer_hour_usd', parameter_key, 'volunteer_hours', 1 FROM volunteer_amounts WHERE value_central IS NULL
  UNION ALL
  SELECT data_year, 'fx_lcu_per_usd', rate_key, 'trade_contacts', 1 FROM trade_amounts WHERE valued AND reported IS NULL
)

SELECT data_year, parameter, key, dataset, SUM(rows) AS rows
FROM needs
GROUP BY data_year, parameter, key, dataset
