-- title: Amounts of rows in numbers
-- grain: one row per contribution that is made by a formula
-- unit: none
-- formula: the central case of each amount, with its numbers put in
-- sources: exchange_amounts, exchanges, stay_rates, member_years, fixed_rates, event_amounts, event_rates, volunteer_amounts, volunteer_rates,
--    trade_amounts, trade_contacts, parameters (fx_lcu_per_usd)
-- columns:
--    metric_id VARCHAR: metric of contributions
--    data_year INTEGER: the year
--    member_id VARCHAR: the member
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    in_numbers VARCHAR: the formula; null where a parameter is missing
WITH
stays AS (
  SELECT
    m.metric_id,
    x.data_year,
    x.member_id,
    x.submission_id,
    x.source_row,
    CASE m.metric_id
      WHEN 'visitor_spend_gross'
        THEN CASE
          WHEN e.spend_usd IS NOT NULL THEN 'spending as reported'
          WHEN e.lodging = 'none'
            THEN CONCAT(CAST(x.stay_units AS VARCHAR), ' person-days × ', CAST(CAST(r.usd_central AS DECIMAL(14,6)) AS VARCHAR), ' a day')
          ELSE CONCAT(CAST(x.stay_units AS VARCHAR), ' person-nights × ', CAST(CAST(r.usd_central AS DECIMAL(14,6)) AS VARCHAR), ' a night')
        END
      WHEN 'visitor_spend_new'
        THEN CONCAT(
          CAST(x.gross_central AS VARCHAR), ' gross × ', CAST(e.primary_purpose_share AS VARCHAR), ' for the program × (1 − ',
          CAST(e.paid_from_here_share AS VARCHAR), ' paid from here)'
        )
      WHEN 'visitor_spend_direct' THEN CONCAT(CAST(x.new_central AS VARCHAR), ' new money × ', CAST(f.capture_central AS VARCHAR), ' captured')
      WHEN 'visitor_spend_indirect'
        THEN CONCAT(CAST(x.direct_central AS VARCHAR), ' direct × (', CAST(y.type1_central AS VARCHAR), ' type I − 1)')
      WHEN 'visitor_spend_induced'
        THEN CONCAT(
          CAST(x.direct_central AS VARCHAR), ' direct × (', CAST(y.type2_central AS VARCHAR), ' type II − ',
          CAST(y.type1_central AS VARCHAR), ' type I)'
        )
      WHEN 'local_tax' THEN CONCAT(CAST(x.direct_central AS VARCHAR), ' direct × ', CAST(f.tax_central AS VARCHAR), ' tax')
    END AS in_numbers
  FROM exchange_amounts AS x
  JOIN exchanges AS e
    ON e.member_id = x.member_id AND e.data_year = x.data_year AND e.submission_id = x.submission_id AND e.source_row = x.source_row
  JOIN member_years AS y ON y.member_id = x.member_id AND y.data_year = x.data_year
  LEFT JOIN stay_rates AS r ON r.start_date = e.start_date AND r.lodging = e.lodging
  CROSS JOIN fixed_rates AS f
  CROSS JOIN (VALUES
    ('visitor_spend_gross'), ('visitor_spend_new'), ('visitor_spend_direct'), ('visitor_spend_indirect'), ('visitor_spend_induced'), ('local_tax')
  ) AS m(metric_id)
  WHERE x.direction = 'inbound'
),
guests AS (
  SELECT
    m.metric_id,
    e.data_year,
    e.member_id,
    e.submission_id,
    e.source_row,
    CASE m.metric_id
      WHEN 'event_spend_direct'
        THEN CASE
          WHEN e.method = 'estimate' THEN 'an estimate of people counts 0 in low and central'
          ELSE CONCAT(
            CAST(e.guests AS VARCHAR), ' guests × ', CAST(f.event_share_central AS VARCHAR), ' who came for the event × ',
            CAST(r.event_spend_central AS VARCHAR), ' each × ', CAST(f.capture_central AS VARCHAR), ' captured'
          )
        END
      WHEN 'event_spend_indirect'
        THEN CONCAT(CAST(e.direct_central AS VARCHAR), ' direct × (', CAST(y.type1_central AS VARCHAR), ' type I − 1)')
      WHEN 'event_spend_induced'
        THEN CONCAT(
          CAST(e.direct_central AS VARCHAR), ' direct × (', CAST(y.type2_central AS VARCHAR), ' type II − ',
          CAST(y.type1_central AS VARCHAR), ' type I)'
        )
      WHEN 'local_tax' THEN CONCAT(CAST(e.direct_central AS VARCHAR), ' direct × ', CAST(f.tax_central AS VARCHAR), ' tax')
    END AS in_numbers
  FROM event_amounts AS e
  JOIN member_years AS y ON y.member_id = e.member_id AND y.data_year = e.data_year
  LEFT JOIN event_rates AS r ON r.data_year = e.data_year
  CROSS JOIN fixed_rates AS f
  CROSS JOIN (VALUES ('event_spend_direct'), ('event_spend_indirect'), ('event_spend_induced'), ('local_tax')) AS m(metric_id)
  WHERE e.guests IS NOT NULL
),
hours AS (
  SELECT
    v.data_year,
    v.member_id,
    v.submission_id,
    v.source_row,
    CONCAT(CAST(v.hours AS VARCHAR), ' hours × ', CAST(r.usd_central AS VARCHAR), ' an hour') AS in_numbers
  FROM volunteer_amounts AS v
  JOIN volunteer_rates AS r ON r.data_year = v.data_year AND r.state = v.state
),
deals AS (
  SELECT
    m.metric_id,
    t.data_year,
    t.member_id,
    t.submission_id,
    t.source_row,
    CASE
      WHEN m.metric_id = 'trade_value_attributed'
        THEN CONCAT(CAST(t.reported AS VARCHAR), ' reported × ', CAST(c.contribution_share AS VARCHAR), ' by the firm''s own statement')
      WHEN t.rate_key IS NULL THEN 'dollars as reported'
      ELSE CONCAT(CAST(c.deal_value AS VARCHAR), ' ', c.currency, ' ÷ ', CAST(p.central AS VARCHAR), ' for a dollar')
    END AS in_numbers
  FROM trade_amounts AS t
  JOIN trade_contacts AS c
    ON c.member_id = t.member_id AND c.data_year = t.data_year AND c.submission_id = t.submission_id AND c.source_row = t.source_row
  LEFT JOIN parameters AS p ON p.name = 'fx_lcu_per_usd' AND p.key = t.rate_key
  CROSS JOIN (VALUES ('trade_value_reported'), ('trade_value_attributed')) AS m(metric_id)
  WHERE t.valued
)

SELECT metric_id, data_year, member_id, submission_id, source_row, in_numbers FROM stays
UNION ALL
SELECT metric_id, data_year, member_id, submission_id, source_row, in_numbers FROM guests
UNION ALL
SELECT 'volunteer_value', data_year, member_id, submission_id, source_row, in_numbers FROM hours
UNION ALL
SELECT metric_id, data_year, member_id, submission_id, source_row, in_numbers FROM deals
