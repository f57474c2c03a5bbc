-- title: Parameters behind each amount
-- grain: one row per contribution and row of a parameter that its amount is made with
-- unit: none
-- formula: each amount is made from the one before it, and so with the parameters of that one too; spending that was
--    reported needs no stay rates
-- sources: exchange_amounts, exchanges, stay_rates, event_amounts, event_rates, volunteer_amounts, trade_amounts, member_years
-- columns:
--    metric_id VARCHAR: metric of contributions
--    data_year INTEGER: the year
--    member_id VARCHAR: the member
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    parameter VARCHAR: the parameter
--    parameter_key VARCHAR: its row that is used, or missing
WITH
amounts AS (
  SELECT metric_id, captured, multiplied_1, multiplied_2, taxed
  FROM (VALUES
    ('visitor_spend_gross', FALSE, FALSE, FALSE, FALSE),
    ('visitor_spend_new', FALSE, FALSE, FALSE, FALSE),
    ('visitor_spend_direct', TRUE, FALSE, FALSE, FALSE),
    ('visitor_spend_indirect', TRUE, TRUE, FALSE, FALSE),
    ('visitor_spend_induced', TRUE, TRUE, TRUE, FALSE),
    ('event_spend_direct', TRUE, FALSE, FALSE, FALSE),
    ('event_spend_indirect', TRUE, TRUE, FALSE, FALSE),
    ('event_spend_induced', TRUE, TRUE, TRUE, FALSE),
    ('local_tax', TRUE, FALSE, FALSE, TRUE)
  ) AS a(metric_id, captured, multiplied_1, multiplied_2, taxed)
),
uses AS (
  SELECT a.metric_id, p.dataset, p.parameter, p.part
  FROM amounts AS a
  CROSS JOIN (VALUES
    ('exchanges', 'gsa_lodging_usd', 'stay'),
    ('exchanges', 'gsa_mie_usd', 'stay'),
    ('exchanges', 'stay_lodging_share', 'stay'),
    ('exchanges', 'stay_mie_share', 'stay'),
    ('events', 'event_spend_base_usd', 'base year'),
    ('events', 'cpi_u', 'base year'),
    ('events', 'cpi_u', 'data year'),
    ('events', 'event_primary_share', 'all'),
    ('exchanges', 'capture_rate', 'all'),
    ('events', 'capture_rate', 'all'),
    ('exchanges', 'type1_multiplier', 'band'),
    ('events', 'type1_multiplier', 'band'),
    ('exchanges', 'type2_multiplier', 'band'),
    ('events', 'type2_multiplier', 'band'),
    ('exchanges', 'local_tax_rate', 'all'),
    ('events', 'local_tax_rate', 'all')
  ) AS p(dataset, parameter, part)
  WHERE CASE p.dataset
      WHEN 'exchanges' THEN a.metric_id LIKE 'visitor%' OR a.metric_id = 'local_tax'
      ELSE a.metric_id LIKE 'event%' OR a.metric_id = 'local_tax'
    END
    AND CASE p.parameter
      WHEN 'capture_rate' THEN a.captured
      WHEN 'type1_multiplier' THEN a.multiplied_1
      WHEN 'type2_multiplier' THEN a.multiplied_2
      WHEN 'local_tax_rate' THEN a.taxed
      ELSE TRUE
    END
),
stays AS (
  SELECT
    u.metric_id,
    x.data_year,
    x.member_id,
    x.submission_id,
    x.source_row,
    u.parameter,
    CASE
      WHEN u.part = 'all' THEN 'all'
      WHEN u.parameter = 'type1_multiplier' THEN y.type1_key
      WHEN u.parameter = 'type2_multiplier' THEN y.type2_key
      WHEN u.parameter IN ('gsa_lodging_usd', 'gsa_mie_usd') THEN CAST(r.fiscal_year AS VARCHAR)
      ELSE e.lodging
    END AS parameter_key
  FROM exchange_amounts AS x
  JOIN exchanges AS e
    ON e.member_id = x.member_id AND e.data_year = x.data_year AND e.submission_id = x.submission_id AND e.source_row = x.source_row
  JOIN member_years AS y ON y.member_id = x.member_id AND y.data_year = x.data_year
  LEFT JOIN stay_rates AS r ON r.start_date = e.start_date AND r.lodging = e.lodging
  JOIN uses AS u ON u.dataset = 'exchanges' AND (u.part <> 'stay' OR e.spend_usd IS NULL)
  WHERE x.direction = 'inbound'
),
guests AS (
  SELECT
    u.metric_id,
    e.data_year,
    e.member_id,
    e.submission_id,
    e.source_row,
    u.parameter,
    CASE
      WHEN u.part = 'all' THEN 'all'
      WHEN u.parameter = 'type1_multiplier' THEN y.type1_key
      WHEN u.parameter = 'type2_multiplier' THEN y.type2_key
      WHEN u.part = 'data year' THEN CAST(e.data_year AS VARCHAR)
      WHEN u.parameter = 'event_spend_base_usd' THEN COALESCE(r.base_year, 'base year')
      ELSE r.base_year
    END AS parameter_key
  FROM event_amounts AS e
  JOIN member_years AS y ON y.member_id = e.member_id AND y.data_year = e.data_year
  LEFT JOIN event_rates AS r ON r.data_year = e.data_year
  JOIN uses AS u ON u.dataset = 'events'
  WHERE e.guests IS NOT NULL
),
deals AS (
  SELECT m.metric_id, t.data_year, t.member_id, t.submission_id, t.source_row, t.rate_key
  FROM trade_amounts AS t
  JOIN (VALUES ('trade_value_reported'), ('trade_value_attributed')) AS m(metric_id)
    ON t.valued AND (t.shared OR m.metric_id = 'trade_value_reported')
)

SELECT metric_id, data_year, member_id, submission_id, source_row, parameter, parameter_key
FROM stays
UNION ALL
SELECT metric_id, data_year, member_id, submission_id, source_row, parameter, parameter_key
FROM guests
WHERE parameter_key IS NOT NULL
UNION ALL
SELECT 'volunteer_value', data_year, member_id, submission_id, source_row, 'volunteer_hour_usd', parameter_key
FROM volunteer_amounts
UNION ALL
SELECT metric_id, data_year, member_id, submission_id, source_row, 'fx_lcu_per_usd', rate_key
FROM deals
WHERE rate_key IS NOT NULL
