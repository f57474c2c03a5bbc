-- title: Exchange amounts
-- grain: one row per exchange in force
-- unit: people, person-nights, U.S. dollars
-- formula: gross = units × stay rate, or the spending reported; new = gross × share of the trip × (1 − share paid from
--    here); direct = new × capture; indirect = direct × (type I − 1); induced = direct × (type II − type I);
--    tax = direct × local tax rate; each rounded half up to the cent, and the next made from the rounded one
-- sources: exchanges, partnerships, member_years, stay_rates, fixed_rates
-- zone: protected
-- key: submission_id, source_row
-- sorted: no
-- columns:
--    submission_id VARCHAR: the file that the row came in
--    source_row INTEGER: its row there
--    data_year INTEGER: the reporting year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
--    partnership_id VARCHAR: the tie
--    partner_country VARCHAR: the partner's country
--    purpose VARCHAR: one of the nine
--    public BOOLEAN: it and its tie may be shown below the state
--    direction VARCHAR: inbound, outbound or virtual
--    lodging VARCHAR: where inbound guests slept
--    people INTEGER: people
--    youth INTEGER: people under 18; null = not filled
--    officials INTEGER: officials; null = not filled
--    first_time INTEGER: first-timers; null = not filled
--    person_nights DECIMAL(19,0): people × nights; null when virtual
--    stay_units DECIMAL(19,0): person-nights, for lodging none person-days; null unless inbound
--    gross_low DECIMAL(18,2): spending in the area, low
--    gross_central DECIMAL(18,2): the same, central
--    gross_high DECIMAL(18,2): the same, high
--    new_low DECIMAL(18,2): new money, low
--    new_central DECIMAL(18,2): the same, central
--    new_high DECIMAL(18,2): the same, high
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
--    stay_parameters VARCHAR: what gross and new are made with, each as name=key with ; between, its row of parameters that is used or
--    missing; empty = spending was reported; null unless inbound
--    type1_key VARCHAR: the row of type1_multiplier that is used or missing
--    type2_key VARCHAR: the row of type2_multiplier that is used or missing
WITH
units AS (
  SELECT
    e.*,
    p.partner_country,
    e.public AND COALESCE(p.public, TRUE) AS shown,
    CAST(e.people AS DECIMAL(19,0)) * CAST(e.nights AS DECIMAL(10,0)) AS person_nights,
    CASE
      WHEN e.direction <> 'inbound' THEN NULL
      WHEN e.lodging = 'none' THEN CAST(e.people AS DECIMAL(19,0)) * CAST(days_between(e.start_date, e.end_date) + 1 AS DECIMAL(10,0))
      ELSE CAST(e.people AS DECIMAL(19,0)) * CAST(e.nights AS DECIMAL(10,0))
    END AS stay_units
  FROM exchanges AS e
  LEFT JOIN partnerships AS p ON p.partnership_id = e.partnership_id
),
gross AS (
  SELECT
    u.*,
    m.state,
    m.type1_key,
    m.type2_key,
    CASE
      WHEN u.direction <> 'inbound' THEN NULL
      WHEN u.spend_usd IS NOT NULL THEN ''
      ELSE CONCAT(
        'gsa_lodging_usd=', CAST(r.fiscal_year AS VARCHAR), ';gsa_mie_usd=', CAST(r.fiscal_year AS VARCHAR),
        ';stay_lodging_share=', u.lodging, ';stay_mie_share=', u.lodging
      )
    END AS stay_parameters,
    CAST(m.type1_low - 1 AS DECIMAL(9,6)) AS indirect_rate_low,
    CAST(m.type1_central - 1 AS DECIMAL(9,6)) AS indirect_rate_central,
    CAST(m.type1_high - 1 AS DECIMAL(9,6)) AS indirect_rate_high,
    CAST(m.type2_low - m.type1_low AS DECIMAL(9,6)) AS induced_rate_low,
    CAST(m.type2_central - m.type1_central AS DECIMAL(9,6)) AS induced_rate_central,
    CAST(m.type2_high - m.type1_high AS DECIMAL(9,6)) AS induced_rate_high,
    CASE
      WHEN u.direction = 'inbound'
        THEN COALESCE(CAST(u.spend_usd AS DECIMAL(18,2)), product2(CAST(u.stay_units AS DECIMAL(18,0)), r.usd_low))
    END AS gross_low,
    CASE
      WHEN u.direction = 'inbound'
        THEN COALESCE(CAST(u.spend_usd AS DECIMAL(18,2)), product2(CAST(u.stay_units AS DECIMAL(18,0)), r.usd_central))
    END AS gross_central,
    CASE
      WHEN u.direction = 'inbound'
        THEN COALESCE(CAST(u.spend_usd AS DECIMAL(18,2)), product2(CAST(u.stay_units AS DECIMAL(18,0)), r.usd_high))
    END AS gross_high
  FROM units AS u
  JOIN member_years AS m ON m.member_id = u.member_id AND m.data_year = u.data_year
  LEFT JOIN stay_rates AS r ON r.start_date = u.start_date AND r.lodging = u.lodging
),
-- High takes the whole trip for the program, so its share is 1.
new_money AS (
  SELECT
    gross.*,
    product2(gross_low, primary_purpose_share * CAST(1 - paid_from_here_share AS DECIMAL(5,4))) AS new_low,
    product2(gross_central, primary_purpose_share * CAST(1 - paid_from_here_share AS DECIMAL(5,4))) AS new_central,
    product2(gross_high, CAST(1 - paid_from_here_share AS DECIMAL(5,4))) AS new_high
  FROM gross
),
direct AS (
  SELECT
    n.*,
    f.tax_low,
    f.tax_central,
    f.tax_high,
    product2(n.new_low, f.capture_low) AS direct_low,
    product2(n.new_central, f.capture_central) AS direct_central,
    product2(n.new_high, f.capture_high) AS direct_high
  FROM new_money AS n
  CROSS JOIN fixed_rates AS f
)

SELECT
  submission_id,
  source_row,
  data_year,
  member_id,
  state,
  partnership_id,
  partner_country,
  purpose,
  shown AS public,
  direction,
  lodging,
  people,
  youth,
  officials,
  first_time,
  person_nights,
  stay_units,
  gross_low,
  gross_central,
  gross_high,
  new_low,
  new_central,
  new_high,
  direct_low,
  direct_central,
  direct_high,
  product2(direct_low, indirect_rate_low) AS indirect_low,
  product2(direct_central, indirect_rate_central) AS indirect_central,
  product2(direct_high, indirect_rate_high) AS indirect_high,
  product2(direct_low, induced_rate_low) AS induced_low,
  product2(direct_central, induced_rate_central) AS induced_central,
  product2(direct_high, induced_rate_high) AS induced_high,
  product2(direct_low, tax_low) AS tax_low,
  product2(direct_central, tax_central) AS tax_central,
  product2(direct_high, tax_high) AS tax_high,
  stay_parameters,
  type1_key,
  type2_key
FROM direct
