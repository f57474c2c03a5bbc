-- title: Sensitivity
-- grain: one row per data year, headline of the network and assumption that moves it
-- unit: U.S. dollars
-- formula: the headline once more with one assumption at its low or high, all others central, each row rounded as the
--    method says; ranked by the distance between the two
-- sources: moved_files
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
headlines AS (
  SELECT headline, metric_id
  FROM (VALUES
    ('visitor_spend_direct', 'visitor_spend_direct'),
    ('event_spend_direct', 'event_spend_direct'),
    ('economic_output', 'visitor_spend_direct'), ('economic_output', 'visitor_spend_indirect'),
    ('economic_output', 'visitor_spend_induced'), ('economic_output', 'event_spend_direct'),
    ('economic_output', 'event_spend_indirect'), ('economic_output', 'event_spend_induced'),
    ('local_tax', 'local_tax'),
    ('volunteer_value', 'volunteer_value')
  ) AS h(headline, metric_id)
),
-- Which assumptions stand in the formula of which headline.
moves AS (
  SELECT headline, assumption
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
  ) AS m(headline, assumption)
),
sums AS (
  SELECT
    f.data_year,
    h.headline,
    f.assumption,
    SUM(f.low) AS at_low,
    SUM(f.central) AS central,
    SUM(f.high) AS at_high
  FROM moved_files AS f
  JOIN headlines AS h ON h.metric_id = f.metric_id
  JOIN moves AS m ON m.headline = h.headline AND m.assumption = f.assumption
  GROUP BY f.data_year, h.headline, f.assumption
)

SELECT
  data_year,
  headline AS metric_id,
  assumption,
  at_low,
  central,
  at_high,
  ABS(at_high - at_low) AS swing,
  ROW_NUMBER() OVER (PARTITION BY data_year, headline ORDER BY ABS(at_high - at_low) DESC, assumption) AS place
FROM sums
WHERE central IS NOT NULL
