-- title: Files with one assumption moved
-- grain: one row per data year, file, metric of its contributions in dollars and assumption: for hours that of their value, for
--    all else the other ten, also where the metric does not depend on it
-- unit: U.S. dollars
-- formula: sums of the file's amounts, each made once more with one assumption at its low, and at its high, all others central
-- sources: moved_amounts, volunteer_amounts
-- zone: protected
-- key: data_year, assumption, metric_id, submission_id
-- columns:
--    data_year INTEGER: the year
--    assumption VARCHAR: the parameter, or the rule, that is moved
--    metric_id VARCHAR: metric of contributions
--    submission_id VARCHAR: the file
--    low DECIMAL(28,2): the sum with the assumption low; null where no row has an amount, as the two that follow
--    central DECIMAL(28,2): the sum
--    high DECIMAL(28,2): the sum with the assumption high
WITH
-- Which assumptions enter no amount of a visitor, and which no amount of an event: with these moved its sums stay as they are,
-- and the condition below, which names them again, spares a third of all amounts. One that comes to enter must leave both lists;
-- 'impact trace --check', and a test, make all rows once more and find it where that is forgotten.
unmoved AS (
  SELECT spent_by, assumption
  FROM (VALUES
    ('visitor', 'event_spend_usd'), ('visitor', 'event_primary_share'), ('visitor', 'estimated_attendance'),
    ('event', 'stay_lodging_share'), ('event', 'stay_mie_share'), ('event', 'primary_purpose_share')
  ) AS u(spent_by, assumption)
),
moved AS (
  SELECT
    data_year,
    assumption,
    spent_by,
    submission_id,
    SUM(direct_low) AS direct_low,
    SUM(direct_central) AS direct_central,
    SUM(direct_high) AS direct_high,
    SUM(indirect_low) AS indirect_low,
    SUM(indirect_central) AS indirect_central,
    SUM(indirect_high) AS indirect_high,
    SUM(induced_low) AS induced_low,
    SUM(induced_central) AS induced_central,
    SUM(induced_high) AS induced_high,
    SUM(tax_low) AS tax_low,
    SUM(tax_central) AS tax_central,
    SUM(tax_high) AS tax_high
  FROM moved_amounts
  WHERE CASE spent_by
    WHEN 'visitor' THEN assumption NOT IN ('event_spend_usd', 'event_primary_share', 'estimated_attendance')
    ELSE assumption NOT IN ('stay_lodging_share', 'stay_mie_share', 'primary_purpose_share')
  END
  GROUP BY data_year, assumption, spent_by, submission_id
),
spent AS (
  SELECT * FROM moved
  UNION ALL
  SELECT
    m.data_year,
    u.assumption,
    m.spent_by,
    m.submission_id,
    m.direct_central,
    m.direct_central,
    m.direct_central,
    m.indirect_central,
    m.indirect_central,
    m.indirect_central,
    m.induced_central,
    m.induced_central,
    m.induced_central,
    m.tax_central,
    m.tax_central,
    m.tax_central
  FROM moved AS m
  JOIN unmoved AS u ON u.spent_by = m.spent_by
  WHERE m.assumption = 'capture_rate'
)

SELECT
  s.data_year,
  s.assumption,
  m.metric_id,
  s.submission_id,
  CASE m.effect WHEN 'direct' THEN s.direct_low WHEN 'indirect' THEN s.indirect_low WHEN 'induced' THEN s.induced_low ELSE s.tax_low END AS low,
  CASE m.effect
    WHEN 'direct' THEN s.direct_central
    WHEN 'indirect' THEN s.indirect_central
    WHEN 'induced' THEN s.induced_central
    ELSE s.tax_central
  END AS central,
  CASE m.effect WHEN 'direct' THEN s.direct_high WHEN 'indirect' THEN s.indirect_high WHEN 'induced' THEN s.induced_high ELSE s.tax_high END AS high
FROM spent AS s
JOIN (VALUES
  ('visitor_spend_direct', 'visitor', 'direct'), ('visitor_spend_indirect', 'visitor', 'indirect'),
  ('visitor_spend_induced', 'visitor', 'induced'), ('local_tax', 'visitor', 'tax'),
  ('event_spend_direct', 'event', 'direct'), ('event_spend_indirect', 'event', 'indirect'),
  ('event_spend_induced', 'event', 'induced'), ('local_tax', 'event', 'tax')
) AS m(metric_id, spent_by, effect) ON m.spent_by = s.spent_by
UNION ALL
SELECT data_year, 'volunteer_hour_usd', 'volunteer_value', submission_id, SUM(value_low), SUM(value_central), SUM(value_high)
FROM volunteer_amounts
GROUP BY data_year, submission_id
