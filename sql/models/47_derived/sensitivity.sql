-- title: Sensitivity
-- grain: one row per data year, headline of the network and assumption that moves it
-- unit: U.S. dollars
-- formula: the headline once more with one assumption at its low or high, all others central, each row rounded as the
--    method says; ranked by the distance between the two. primary_purpose_share: high = the whole trip; low = central, as
--    reported. estimated_attendance: high = guests of estimated events count; low = central, they do not
-- sources: exchanges, exchange_amounts, event_amounts, volunteer_amounts, member_years, stay_rates, event_rates, fixed_rates
-- zone: protected
-- key: data_year, metric_id, assumption
-- columns:
--    data_year INTEGER: the year
--    metric_id VARCHAR: the headline: visitor_spend_direct, event_spend_direct, economic_output, local_tax, volunteer_value
--    assumption VARCHAR: the parameter, or the rule, that is moved
--    at_low DECIMAL(28,2): the headline with this assumption low
--    central DECIMAL(28,2): the headline
--    at_high DECIMAL(28,2): the headline with this assumption high
--    swing DECIMAL(28,2): distance between the two
--    place INTEGER: 1 = moves this headline most
WITH
-- What each case moves: an assumption and its end. The case without an assumption is the headline itself.
-- sql/trace/moved_contributions.sql makes the same amounts for a trace, row by row.
cases AS (
  SELECT assumption, moved, of_visitors, of_events, of_volunteers
  FROM (VALUES
    ('none', 'none', TRUE, TRUE, TRUE),
    ('stay_lodging_share', 'stay_lodging_share low', TRUE, FALSE, FALSE),
    ('stay_lodging_share', 'stay_lodging_share high', TRUE, FALSE, FALSE),
    ('stay_mie_share', 'stay_mie_share low', TRUE, FALSE, FALSE),
    ('stay_mie_share', 'stay_mie_share high', TRUE, FALSE, FALSE),
    ('primary_purpose_share', 'primary_purpose_share high', TRUE, FALSE, FALSE),
    ('event_spend_usd', 'event_spend_usd low', FALSE, TRUE, FALSE),
    ('event_spend_usd', 'event_spend_usd high', FALSE, TRUE, FALSE),
    ('event_primary_share', 'event_primary_share low', FALSE, TRUE, FALSE),
    ('event_primary_share', 'event_primary_share high', FALSE, TRUE, FALSE),
    ('estimated_attendance', 'estimated_attendance high', FALSE, TRUE, FALSE),
    ('capture_rate', 'capture_rate low', TRUE, TRUE, FALSE),
    ('capture_rate', 'capture_rate high', TRUE, TRUE, FALSE),
    ('type1_multiplier', 'type1_multiplier low', TRUE, TRUE, FALSE),
    ('type1_multiplier', 'type1_multiplier high', TRUE, TRUE, FALSE),
    ('type2_multiplier', 'type2_multiplier low', TRUE, TRUE, FALSE),
    ('type2_multiplier', 'type2_multiplier high', TRUE, TRUE, FALSE),
    ('local_tax_rate', 'local_tax_rate low', TRUE, TRUE, FALSE),
    ('local_tax_rate', 'local_tax_rate high', TRUE, TRUE, FALSE),
    ('volunteer_hour_usd', 'volunteer_hour_usd low', FALSE, FALSE, TRUE),
    ('volunteer_hour_usd', 'volunteer_hour_usd high', FALSE, FALSE, TRUE)
  ) AS c(assumption, moved, of_visitors, of_events, of_volunteers)
),
-- Which assumptions stand in the formula of which headline.
headlines AS (
  SELECT metric_id, assumption
  FROM (VALUES
    ('visitor_spend_direct', 'stay_lodging_share'), ('visitor_spend_direct', 'stay_mie_share'),
    ('visitor_spend_direct', 'primary_purpose_share'), ('visitor_spend_direct', 'capture_rate'),
    ('event_spend_direct', 'event_spend_usd'), ('event_spend_direct', 'event_primary_share'),
    ('event_spend_direct', 'estimated_attendance'), ('event_spend_direct', 'capture_rate'),
    ('economic_output', 'stay_lodging_share'), ('economic_output', 'stay_mie_share'),
    ('economic_output', 'primary_purpose_share'), ('economic_output', 'event_spend_usd'),
    ('economic_output', 'event_primary_share'), ('economic_output', 'estimated_attendance'),
    ('economic_output', 'capture_rate'), ('economic_output', 'type1_multiplier'),
    ('economic_output', 'type2_multiplier'),
    ('local_tax', 'stay_lodging_share'), ('local_tax', 'stay_mie_share'), ('local_tax', 'primary_purpose_share'),
    ('local_tax', 'event_spend_usd'), ('local_tax', 'event_primary_share'), ('local_tax', 'estimated_attendance'),
    ('local_tax', 'capture_rate'), ('local_tax', 'local_tax_rate'),
    ('volunteer_value', 'volunteer_hour_usd')
  ) AS h(metric_id, assumption)
),
-- Of each case the parameters that hold for all places: one moved at most.
rates AS (
  SELECT
    c.moved,
    c.of_visitors,
    c.of_events,
    CASE c.moved WHEN 'capture_rate low' THEN f.capture_low WHEN 'capture_rate high' THEN f.capture_high ELSE f.capture_central END AS capture,
    CASE c.moved WHEN 'local_tax_rate low' THEN f.tax_low WHEN 'local_tax_rate high' THEN f.tax_high ELSE f.tax_central END AS tax,
    CASE c.moved
      WHEN 'event_primary_share low' THEN f.event_share_low
      WHEN 'event_primary_share high' THEN f.event_share_high
      ELSE f.event_share_central
    END AS event_share
  FROM cases AS c
  CROSS JOIN fixed_rates AS f
),
multipliers AS (
  SELECT
    m.data_year,
    m.member_id,
    c.moved,
    CASE c.moved WHEN 'type1_multiplier low' THEN m.type1_low WHEN 'type1_multiplier high' THEN m.type1_high ELSE m.type1_central END AS type1,
    CASE c.moved WHEN 'type2_multiplier low' THEN m.type2_low WHEN 'type2_multiplier high' THEN m.type2_high ELSE m.type2_central END AS type2
  FROM member_years AS m
  CROSS JOIN cases AS c
),
stays AS (
  SELECT
    x.data_year,
    x.member_id,
    x.stay_units,
    CAST(e.spend_usd AS DECIMAL(24,2)) AS spend_usd,
    e.primary_purpose_share,
    CAST(1 - e.paid_from_here_share AS DECIMAL(5,4)) AS unpaid_share,
    r.usd_central,
    r.lodging_share_low_usd,
    r.lodging_share_high_usd,
    r.mie_share_low_usd,
    r.mie_share_high_usd
  FROM exchange_amounts AS x
  JOIN exchanges AS e ON e.submission_id = x.submission_id AND e.source_row = x.source_row
  LEFT JOIN stay_rates AS r ON r.start_date = e.start_date AND r.lodging = e.lodging
  WHERE x.direction = 'inbound'
),
visitor_gross AS (
  SELECT
    s.data_year,
    s.member_id,
    s.unpaid_share,
    c.moved,
    c.capture,
    c.tax,
    CASE c.moved WHEN 'primary_purpose_share high' THEN CAST(1 AS DECIMAL(5,4)) ELSE s.primary_purpose_share END AS trip_share,
    COALESCE(
      s.spend_usd,
      round2(
        CAST(s.stay_units AS DECIMAL(19,0)) * CASE c.moved
          WHEN 'stay_lodging_share low' THEN s.lodging_share_low_usd
          WHEN 'stay_lodging_share high' THEN s.lodging_share_high_usd
          WHEN 'stay_mie_share low' THEN s.mie_share_low_usd
          WHEN 'stay_mie_share high' THEN s.mie_share_high_usd
          ELSE s.usd_central
        END
      )
    ) AS gross
  FROM stays AS s
  CROSS JOIN rates AS c
  WHERE c.of_visitors
),
visitor_direct AS (
  SELECT data_year, member_id, moved, tax, round2(round2(gross * trip_share * unpaid_share) * capture) AS direct
  FROM visitor_gross
),
event_guests AS (
  SELECT
    r.data_year,
    c.moved,
    c.tax,
    r.captured_high,
    CAST(
      CASE c.moved WHEN 'event_spend_usd low' THEN r.event_spend_low WHEN 'event_spend_usd high' THEN r.event_spend_high ELSE r.event_spend_central END
      * c.event_share AS DECIMAL(19,6)
    ) * c.capture AS captured
  FROM event_rates AS r
  CROSS JOIN rates AS c
  WHERE c.of_events
),
event_direct AS (
  SELECT
    e.data_year,
    e.member_id,
    g.moved,
    g.tax,
    CASE
      WHEN e.method = 'estimate' AND g.moved <> 'estimated_attendance high' AND g.captured_high IS NOT NULL THEN CAST(0 AS DECIMAL(24,2))
      ELSE round2(CAST(e.guests AS DECIMAL(12,0)) * g.captured)
    END AS direct
  FROM event_amounts AS e
  JOIN event_guests AS g ON g.data_year = e.data_year
  WHERE e.guests IS NOT NULL
),
effects AS (
  SELECT
    d.part,
    d.data_year,
    d.moved,
    d.direct,
    round2(d.direct * CAST(m.type1 - 1 AS DECIMAL(9,6))) AS indirect,
    round2(d.direct * CAST(m.type2 - m.type1 AS DECIMAL(9,6))) AS induced,
    round2(d.direct * d.tax) AS tax
  FROM (
    SELECT 'visitor' AS part, data_year, member_id, moved, tax, direct FROM visitor_direct
    UNION ALL
    SELECT 'event', data_year, member_id, moved, tax, direct FROM event_direct
  ) AS d
  JOIN multipliers AS m ON m.data_year = d.data_year AND m.member_id = d.member_id AND m.moved = d.moved
),
dollars AS (
  SELECT
    part,
    data_year,
    moved,
    SUM(direct) AS direct,
    CASE WHEN COUNT(direct) > 0 THEN SUM(direct) + COALESCE(SUM(indirect), 0) + COALESCE(SUM(induced), 0) END AS output,
    SUM(tax) AS tax
  FROM effects
  GROUP BY part, data_year, moved
),
hours AS (
  SELECT
    v.data_year,
    c.moved,
    SUM(CASE c.moved WHEN 'volunteer_hour_usd low' THEN v.value_low WHEN 'volunteer_hour_usd high' THEN v.value_high ELSE v.value_central END) AS amount
  FROM volunteer_amounts AS v
  CROSS JOIN cases AS c
  WHERE c.of_volunteers
  GROUP BY v.data_year, c.moved
),
amounts AS (
  SELECT 'visitor_spend_direct' AS metric_id, part, data_year, moved, direct AS amount FROM dollars WHERE part = 'visitor'
  UNION ALL
  SELECT 'event_spend_direct', part, data_year, moved, direct FROM dollars WHERE part = 'event'
  UNION ALL
  SELECT 'economic_output', part, data_year, moved, output FROM dollars
  UNION ALL
  SELECT 'local_tax', part, data_year, moved, tax FROM dollars
  UNION ALL
  SELECT 'volunteer_value', 'volunteer', data_year, moved, amount FROM hours
),
-- A part that an assumption does not touch stays as it is.
moved_amounts AS (
  SELECT
    base.metric_id,
    base.data_year,
    h.assumption,
    base.amount AS central,
    COALESCE(low.amount, base.amount) AS at_low,
    COALESCE(high.amount, base.amount) AS at_high
  FROM amounts AS base
  JOIN headlines AS h ON h.metric_id = base.metric_id
  LEFT JOIN amounts AS low
    ON low.metric_id = base.metric_id AND low.part = base.part AND low.data_year = base.data_year
    AND low.moved = CONCAT(h.assumption, ' low')
  LEFT JOIN amounts AS high
    ON high.metric_id = base.metric_id AND high.part = base.part AND high.data_year = base.data_year
    AND high.moved = CONCAT(h.assumption, ' high')
  WHERE base.moved = 'none' AND base.amount IS NOT NULL
),
sums AS (
  SELECT
    data_year,
    metric_id,
    assumption,
    CAST(SUM(at_low) AS DECIMAL(28,2)) AS at_low,
    CAST(SUM(central) AS DECIMAL(28,2)) AS central,
    CAST(SUM(at_high) AS DECIMAL(28,2)) AS at_high
  FROM moved_amounts
  GROUP BY data_year, metric_id, assumption
)

SELECT
  data_year,
  metric_id,
  assumption,
  at_low,
  central,
  at_high,
  ABS(at_high - at_low) AS swing,
  ROW_NUMBER() OVER (PARTITION BY data_year, metric_id ORDER BY ABS(at_high - at_low) DESC, assumption) AS place
FROM sums
