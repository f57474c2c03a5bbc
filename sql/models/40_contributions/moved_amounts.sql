-- title: Amounts with one assumption moved
-- grain: one row per inbound exchange, or event with known guests, and assumption that the sensitivity moves
-- unit: U.S. dollars
-- formula: each amount made once more with one assumption at its low, and at its high, all others central; central is the
--    amount itself. primary_purpose_share: high = the whole trip; low = central, as reported. estimated_attendance: high =
--    guests of estimated events count; low = central, they do not
-- sources: exchanges, exchange_amounts, event_amounts, member_years, stay_rates, event_rates, fixed_rates
-- zone: protected
-- stored: no
-- columns:
--    assumption VARCHAR: the parameter, or the rule, that is moved
--    spent_by VARCHAR: visitor or event
--    data_year INTEGER: the year
--    member_id VARCHAR: the member
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    direct_low DECIMAL(18,2): direct spending with the assumption low; null where a parameter is missing, as all that follow
--    direct_central DECIMAL(18,2): direct spending
--    direct_high DECIMAL(18,2): direct spending with the assumption high
--    indirect_low DECIMAL(18,2): indirect effect, low
--    indirect_central DECIMAL(18,2): the same, central
--    indirect_high DECIMAL(18,2): the same, high
--    induced_low DECIMAL(18,2): induced effect, low
--    induced_central DECIMAL(18,2): the same, central
--    induced_high DECIMAL(18,2): the same, high
--    tax_low DECIMAL(18,2): local tax, low
--    tax_central DECIMAL(18,2): the same, central
--    tax_high DECIMAL(18,2): the same, high
--    gross_parameters VARCHAR: what the amount before capture is made with, as in exchange_amounts and event_amounts
--    type1_key VARCHAR: the row of type1_multiplier that is used or missing
--    type2_key VARCHAR: the row of type2_multiplier that is used or missing
WITH
rates AS (
  SELECT
    a.assumption,
    CASE a.assumption WHEN 'capture_rate' THEN f.capture_low ELSE f.capture_central END AS capture_low,
    CASE a.assumption WHEN 'capture_rate' THEN f.capture_high ELSE f.capture_central END AS capture_high,
    CASE a.assumption WHEN 'local_tax_rate' THEN f.tax_low ELSE f.tax_central END AS tax_rate_low,
    CASE a.assumption WHEN 'local_tax_rate' THEN f.tax_high ELSE f.tax_central END AS tax_rate_high,
    CASE a.assumption WHEN 'event_primary_share' THEN f.event_share_low ELSE f.event_share_central END AS event_share_low,
    CASE a.assumption WHEN 'event_primary_share' THEN f.event_share_high ELSE f.event_share_central END AS event_share_high
  FROM (VALUES
    ('stay_lodging_share'), ('stay_mie_share'), ('primary_purpose_share'), ('event_spend_usd'), ('event_primary_share'),
    ('estimated_attendance'), ('capture_rate'), ('type1_multiplier'), ('type2_multiplier'), ('local_tax_rate')
  ) AS a(assumption)
  CROSS JOIN fixed_rates AS f
),
stays AS (
  SELECT
    x.data_year,
    x.member_id,
    x.submission_id,
    x.source_row,
    x.stay_parameters,
    x.type1_key,
    x.type2_key,
    x.direct_central,
    x.indirect_central,
    x.induced_central,
    x.tax_central,
    r.assumption,
    r.capture_low,
    r.capture_high,
    r.tax_rate_low,
    r.tax_rate_high,
    e.primary_purpose_share AS trip_share_low,
    CASE r.assumption WHEN 'primary_purpose_share' THEN CAST(1 AS DECIMAL(5,4)) ELSE e.primary_purpose_share END AS trip_share_high,
    CAST(1 - e.paid_from_here_share AS DECIMAL(5,4)) AS unpaid_share,
    CASE
      WHEN e.spend_usd IS NOT NULL THEN x.gross_central
      WHEN r.assumption = 'stay_lodging_share' THEN product2(CAST(x.stay_units AS DECIMAL(18,0)), s.lodging_share_low_usd)
      WHEN r.assumption = 'stay_mie_share' THEN product2(CAST(x.stay_units AS DECIMAL(18,0)), s.mie_share_low_usd)
      ELSE x.gross_central
    END AS gross_low,
    CASE
      WHEN e.spend_usd IS NOT NULL THEN x.gross_central
      WHEN r.assumption = 'stay_lodging_share' THEN product2(CAST(x.stay_units AS DECIMAL(18,0)), s.lodging_share_high_usd)
      WHEN r.assumption = 'stay_mie_share' THEN product2(CAST(x.stay_units AS DECIMAL(18,0)), s.mie_share_high_usd)
      ELSE x.gross_central
    END AS gross_high
  FROM exchange_amounts AS x
  JOIN exchanges AS e ON e.data_year = x.data_year AND e.submission_id = x.submission_id AND e.source_row = x.source_row
  LEFT JOIN stay_rates AS s ON s.start_date = e.start_date AND s.lodging = e.lodging
  CROSS JOIN rates AS r
  WHERE x.direction = 'inbound'
),
new_money AS (
  SELECT
    *,
    product2(gross_low, trip_share_low * unpaid_share) AS new_low,
    product2(gross_high, trip_share_high * unpaid_share) AS new_high
  FROM stays
),
-- Of one guest, not rounded, as in event_rates.
guest_rates AS (
  SELECT
    s.data_year,
    s.captured_high IS NOT NULL AS known,
    r.assumption,
    r.tax_rate_low,
    r.tax_rate_high,
    CAST(
      CAST(CASE r.assumption WHEN 'event_spend_usd' THEN s.event_spend_low ELSE s.event_spend_central END * r.event_share_low AS DECIMAL(19,6))
      * r.capture_low
      AS DECIMAL(18,10)
    ) AS captured_low,
    CAST(
      CAST(CASE r.assumption WHEN 'event_spend_usd' THEN s.event_spend_high ELSE s.event_spend_central END * r.event_share_high AS DECIMAL(19,6))
      * r.capture_high
      AS DECIMAL(18,10)
    ) AS captured_high
  FROM event_rates AS s
  CROSS JOIN rates AS r
),
guests AS (
  SELECT
    e.data_year,
    e.member_id,
    e.submission_id,
    e.source_row,
    e.guest_parameters,
    e.type1_key,
    e.type2_key,
    e.direct_central,
    e.indirect_central,
    e.induced_central,
    e.tax_central,
    r.assumption,
    r.tax_rate_low,
    r.tax_rate_high,
    CASE
      WHEN e.method = 'estimate' AND r.known THEN CAST(0 AS DECIMAL(18,2))
      ELSE product2(CAST(e.guests AS DECIMAL(12,0)), r.captured_low)
    END AS direct_low,
    CASE
      WHEN e.method = 'estimate' AND r.assumption <> 'estimated_attendance' AND r.known THEN CAST(0 AS DECIMAL(18,2))
      ELSE product2(CAST(e.guests AS DECIMAL(12,0)), r.captured_high)
    END AS direct_high
  FROM event_amounts AS e
  JOIN guest_rates AS r ON r.data_year = e.data_year
  WHERE e.guests IS NOT NULL
),
direct AS (
  SELECT
    'visitor' AS spent_by, data_year, member_id, submission_id, source_row, stay_parameters AS gross_parameters, type1_key, type2_key, assumption,
    tax_rate_low, tax_rate_high, direct_central, indirect_central, induced_central, tax_central,
    product2(new_low, capture_low) AS direct_low,
    product2(new_high, capture_high) AS direct_high
  FROM new_money
  UNION ALL
  SELECT
    'event', data_year, member_id, submission_id, source_row, guest_parameters, type1_key, type2_key, assumption,
    tax_rate_low, tax_rate_high, direct_central, indirect_central, induced_central, tax_central,
    direct_low,
    direct_high
  FROM guests
),
multiplied AS (
  SELECT
    d.*,
    CASE d.assumption WHEN 'type1_multiplier' THEN m.type1_low ELSE m.type1_central END AS type1_low,
    CASE d.assumption WHEN 'type1_multiplier' THEN m.type1_high ELSE m.type1_central END AS type1_high,
    CASE d.assumption WHEN 'type2_multiplier' THEN m.type2_low ELSE m.type2_central END AS type2_low,
    CASE d.assumption WHEN 'type2_multiplier' THEN m.type2_high ELSE m.type2_central END AS type2_high
  FROM direct AS d
  JOIN member_years AS m ON m.member_id = d.member_id AND m.data_year = d.data_year
),
effects AS (
  SELECT
    *,
    product2(direct_low, CAST(type1_low - 1 AS DECIMAL(9,6))) AS indirect_low,
    product2(direct_high, CAST(type1_high - 1 AS DECIMAL(9,6))) AS indirect_high,
    product2(direct_low, CAST(type2_low - type1_low AS DECIMAL(9,6))) AS induced_low,
    product2(direct_high, CAST(type2_high - type1_high AS DECIMAL(9,6))) AS induced_high,
    product2(direct_low, tax_rate_low) AS tax_low,
    product2(direct_high, tax_rate_high) AS tax_high
  FROM multiplied
)

SELECT
  assumption,
  spent_by,
  data_year,
  member_id,
  submission_id,
  source_row,
  direct_low,
  direct_central,
  direct_high,
  indirect_low,
  indirect_central,
  indirect_high,
  induced_low,
  induced_central,
  induced_high,
  tax_low,
  tax_central,
  tax_high,
  gross_parameters,
  type1_key,
  type2_key
FROM effects
