-- title: Fixed rates
-- grain: exactly one row: the parameters that hold for all years and places
-- unit: share
-- formula: null where a parameter has no row 'all', so that what needs it is not computed
-- sources: parameters
-- zone: tables
-- columns:
--    capture_low DECIMAL(5,4): share of spending that stays in the area
--    capture_central DECIMAL(5,4): the same, central
--    capture_high DECIMAL(5,4): the same, high
--    tax_low DECIMAL(5,4): local tax on direct spending
--    tax_central DECIMAL(5,4): the same, central
--    tax_high DECIMAL(5,4): the same, high
--    event_share_low DECIMAL(5,4): share of non-local guests who came for the event
--    event_share_central DECIMAL(5,4): the same, central
--    event_share_high DECIMAL(5,4): the same, high
SELECT
  MAX(CASE WHEN name = 'capture_rate' THEN low END) AS capture_low,
  MAX(CASE WHEN name = 'capture_rate' THEN central END) AS capture_central,
  MAX(CASE WHEN name = 'capture_rate' THEN high END) AS capture_high,
  MAX(CASE WHEN name = 'local_tax_rate' THEN low END) AS tax_low,
  MAX(CASE WHEN name = 'local_tax_rate' THEN central END) AS tax_central,
  MAX(CASE WHEN name = 'local_tax_rate' THEN high END) AS tax_high,
  MAX(CASE WHEN name = 'event_primary_share' THEN low END) AS event_share_low,
  MAX(CASE WHEN name = 'event_primary_share' THEN central END) AS event_share_central,
  MAX(CASE WHEN name = 'event_primary_share' THEN high END) AS event_share_high
FROM parameters
WHERE key = 'all'
