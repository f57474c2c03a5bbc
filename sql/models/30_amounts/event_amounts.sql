-- title: Event amounts
-- grain: one row per event in force
-- unit: people, U.S. dollars
-- formula: guests = non-local attendance − delegates; delegates not filled: the exchange's people, at most the non-local
--    attendance, else 0; direct = guests × captured spending of one guest (method estimate: 0 in low and central);
--    indirect, induced and tax as for exchanges; each rounded half up to the cent
-- sources: events, exchange_links, partnerships, member_years, event_rates, fixed_rates
-- zone: protected
-- key: submission_id, source_row
-- sorted: no
-- columns:
--    submission_id VARCHAR: the file that the row came in
--    source_row INTEGER: its row there
--    data_year INTEGER: the reporting year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
--    partnership_id VARCHAR: its own tie, else its exchange's; null = none
--    partner_country VARCHAR: the partner's country; null = none
--    purpose VARCHAR: one of the nine
--    public BOOLEAN: it and its tie may be shown below the state
--    method VARCHAR: how people were counted
--    attendance INTEGER: people who came
--    delegates INTEGER: people left out because an exchange counts them; null = no spending row
--    delegates_assumed BOOLEAN: delegates were not filled and taken from the exchange
--    guests INTEGER: people from outside the area who are nobody's delegates; null = not reported
--    direct_low DECIMAL(18,2): direct spending that stays, low
--    direct_central DECIMAL(18,2): the same, central
--    direct_high DECIMAL(18,2): the same, high
--    indirect_low DECIMAL(18,2): indirect effect, low
--    indirect_central DECIMAL(18,2): the same, central
--    indirect_high DECIMAL(18,2): the same, high
--    induced_low DECIMAL(18,2): induced effect, low
--    induced_central DECIMAL(18,2): the same, central
--    induced_high DECIMAL(18,2): the same, high
--    tax_low DECIMAL(18,2): local tax, low
--    tax_central DECIMAL(18,2): the same, central
--    tax_high DECIMAL(18,2): the same, high
--    guest_parameters VARCHAR: what the spending of a guest is made with, each as name=key with ; between, its row of parameters that is
--    used or missing; null = guests not reported
--    type1_key VARCHAR: the row of type1_multiplier that is used or missing
--    type2_key VARCHAR: the row of type2_multiplier that is used or missing
WITH
linked AS (
  SELECT
    e.submission_id,
    e.source_row,
    e.data_year,
    e.member_id,
    COALESCE(e.partnership_id, x.partnership_id) AS partnership_id,
    e.purpose,
    e.public,
    e.method,
    e.attendance,
    e.nonlocal_attendance,
    CASE
      WHEN e.nonlocal_attendance IS NULL THEN NULL
      WHEN e.delegates IS NOT NULL THEN e.delegates
      WHEN x.people < e.nonlocal_attendance THEN x.people
      WHEN x.people IS NOT NULL THEN e.nonlocal_attendance
      ELSE 0
    END AS delegates,
    e.nonlocal_attendance IS NOT NULL AND e.delegates IS NULL AND x.people IS NOT NULL AS delegates_assumed
  FROM events AS e
  LEFT JOIN exchange_links AS x ON x.submission_id = e.submission_id AND x.source_row = e.source_row
),
direct AS (
  SELECT
    l.*,
    l.nonlocal_attendance - l.delegates AS guests,
    CASE
      WHEN l.nonlocal_attendance IS NOT NULL
        THEN CONCAT(
          'event_spend_base_usd=', COALESCE(r.base_year, 'base year'),
          CASE WHEN r.base_year IS NULL THEN '' ELSE CONCAT(';cpi_u=', r.base_year) END,
          CASE WHEN r.base_year = CAST(l.data_year AS VARCHAR) THEN '' ELSE CONCAT(';cpi_u=', CAST(l.data_year AS VARCHAR)) END,
          ';event_primary_share=all'
        )
    END AS guest_parameters,
    CASE WHEN l.method = 'estimate' AND r.captured_high IS NOT NULL THEN CAST(0 AS DECIMAL(18,2))
      ELSE product2(CAST(l.nonlocal_attendance - l.delegates AS DECIMAL(12,0)), r.captured_low) END AS direct_low,
    CASE WHEN l.method = 'estimate' AND r.captured_high IS NOT NULL THEN CAST(0 AS DECIMAL(18,2))
      ELSE product2(CAST(l.nonlocal_attendance - l.delegates AS DECIMAL(12,0)), r.captured_central) END AS direct_central,
    product2(CAST(l.nonlocal_attendance - l.delegates AS DECIMAL(12,0)), r.captured_high) AS direct_high
  FROM linked AS l
  LEFT JOIN event_rates AS r ON r.data_year = l.data_year
)

SELECT
  d.submission_id,
  d.source_row,
  d.data_year,
  d.member_id,
  m.state,
  d.partnership_id,
  p.partner_country,
  d.purpose,
  d.public AND COALESCE(p.public, TRUE) AS public,
  d.method,
  d.attendance,
  d.delegates,
  d.delegates_assumed,
  d.guests,
  d.direct_low,
  d.direct_central,
  d.direct_high,
  product2(d.direct_low, CAST(m.type1_low - 1 AS DECIMAL(9,6))) AS indirect_low,
  product2(d.direct_central, CAST(m.type1_central - 1 AS DECIMAL(9,6))) AS indirect_central,
  product2(d.direct_high, CAST(m.type1_high - 1 AS DECIMAL(9,6))) AS indirect_high,
  product2(d.direct_low, CAST(m.type2_low - m.type1_low AS DECIMAL(9,6))) AS induced_low,
  product2(d.direct_central, CAST(m.type2_central - m.type1_central AS DECIMAL(9,6))) AS induced_central,
  product2(d.direct_high, CAST(m.type2_high - m.type1_high AS DECIMAL(9,6))) AS induced_high,
  product2(d.direct_low, f.tax_low) AS tax_low,
  product2(d.direct_central, f.tax_central) AS tax_central,
  product2(d.direct_high, f.tax_high) AS tax_high,
  d.guest_parameters,
  m.type1_key,
  m.type2_key
FROM direct AS d
JOIN member_years AS m ON m.member_id = d.member_id AND m.data_year = d.data_year
LEFT JOIN partnerships AS p ON p.partnership_id = d.partnership_id
CROSS JOIN fixed_rates AS f
