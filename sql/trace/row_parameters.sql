-- title: Parameters behind each amount
-- grain: one row per contribution that parameters may enter
-- unit: none
-- formula: each amount is made from the one before it, and so with the parameters of that one too; spending that was
--    reported needs no stay rates. All in one text, since most rows share theirs with many others
-- sources: exchange_amounts, exchanges, stay_rates, event_amounts, event_rates, volunteer_amounts, trade_amounts, member_years
-- columns:
--    metric_id VARCHAR: metric of contributions
--    data_year INTEGER: the year
--    member_id VARCHAR: the member
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    parameters VARCHAR: each as ;name=key, its row of parameters that is used, or missing
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
-- What follows spending in a place, the same for visitors and for guests of events.
effects AS (
  SELECT
    a.metric_id,
    y.data_year,
    y.member_id,
    CONCAT(
      CASE WHEN a.captured THEN ';capture_rate=all' ELSE '' END,
      CASE WHEN a.multiplied_1 THEN CONCAT(';type1_multiplier=', y.type1_key) ELSE '' END,
      CASE WHEN a.multiplied_2 THEN CONCAT(';type2_multiplier=', y.type2_key) ELSE '' END,
      CASE WHEN a.taxed THEN ';local_tax_rate=all' ELSE '' END
    ) AS parameters
  FROM member_years AS y
  CROSS JOIN amounts AS a
),
stays AS (
  SELECT
    x.data_year,
    x.member_id,
    x.submission_id,
    x.source_row,
    CASE
      WHEN e.spend_usd IS NOT NULL THEN ''
      ELSE CONCAT(
        ';gsa_lodging_usd=', CAST(r.fiscal_year AS VARCHAR), ';gsa_mie_usd=', CAST(r.fiscal_year AS VARCHAR),
        ';stay_lodging_share=', e.lodging, ';stay_mie_share=', e.lodging
      )
    END AS parameters
  FROM exchange_amounts AS x
  JOIN exchanges AS e
    ON e.member_id = x.member_id AND e.data_year = x.data_year AND e.submission_id = x.submission_id AND e.source_row = x.source_row
  LEFT JOIN stay_rates AS r ON r.start_date = e.start_date AND r.lodging = e.lodging
  WHERE x.direction = 'inbound'
),
guests AS (
  SELECT
    e.data_year,
    e.member_id,
    e.submission_id,
    e.source_row,
    CONCAT(
      ';event_spend_base_usd=', COALESCE(r.base_year, 'base year'),
      CASE WHEN r.base_year IS NULL THEN '' ELSE CONCAT(';cpi_u=', r.base_year) END,
      CASE WHEN r.base_year = CAST(e.data_year AS VARCHAR) THEN '' ELSE CONCAT(';cpi_u=', CAST(e.data_year AS VARCHAR)) END,
      ';event_primary_share=all'
    ) AS parameters
  FROM event_amounts AS e
  LEFT JOIN event_rates AS r ON r.data_year = e.data_year
  WHERE e.guests IS NOT NULL
),
deals AS (
  SELECT m.metric_id, t.data_year, t.member_id, t.submission_id, t.source_row, t.rate_key
  FROM trade_amounts AS t
  JOIN (VALUES ('trade_value_reported'), ('trade_value_attributed')) AS m(metric_id)
    ON t.valued AND (t.shared OR m.metric_id = 'trade_value_reported')
)

SELECT f.metric_id, s.data_year, s.member_id, s.submission_id, s.source_row, CONCAT(s.parameters, f.parameters) AS parameters
FROM stays AS s
JOIN effects AS f
  ON f.member_id = s.member_id AND f.data_year = s.data_year AND (f.metric_id LIKE 'visitor%' OR f.metric_id = 'local_tax')
UNION ALL
SELECT f.metric_id, g.data_year, g.member_id, g.submission_id, g.source_row, CONCAT(g.parameters, f.parameters)
FROM guests AS g
JOIN effects AS f
  ON f.member_id = g.member_id AND f.data_year = g.data_year AND (f.metric_id LIKE 'event%' OR f.metric_id = 'local_tax')
UNION ALL
SELECT 'volunteer_value', data_year, member_id, submission_id, source_row, CONCAT(';volunteer_hour_usd=', parameter_key)
FROM volunteer_amounts
UNION ALL
SELECT metric_id, data_year, member_id, submission_id, source_row, CONCAT(';fx_lcu_per_usd=', rate_key)
FROM deals
WHERE rate_key IS NOT NULL
