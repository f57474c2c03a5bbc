-- title: Volunteer amounts
-- grain: one row per report of hours in force
-- unit: hours, U.S. dollars
-- formula: value = hours × rate of the data year, rounded half up to the cent
-- sources: volunteer_hours, member_years, volunteer_rates
-- zone: protected
-- key: submission_id, source_row
-- sorted: no
-- columns:
--    submission_id VARCHAR: the file that the row came in
--    source_row INTEGER: its row there
--    data_year INTEGER: the reporting year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
--    activity VARCHAR: what was done
--    hours DECIMAL(9,2): hours given
--    parameter_key VARCHAR: the row of volunteer_hour_usd that is used or missing
--    value_low DECIMAL(18,2): value of the hours, low
--    value_central DECIMAL(18,2): the same, central
--    value_high DECIMAL(18,2): the same, high
SELECT
  v.submission_id,
  v.source_row,
  v.data_year,
  v.member_id,
  m.state,
  v.activity,
  v.hours,
  r.parameter_key,
  product2(v.hours, r.usd_low) AS value_low,
  product2(v.hours, r.usd_central) AS value_central,
  product2(v.hours, r.usd_high) AS value_high
FROM volunteer_hours AS v
JOIN member_years AS m ON m.member_id = v.member_id AND m.data_year = v.data_year
LEFT JOIN volunteer_rates AS r ON r.data_year = v.data_year AND r.state = m.state
