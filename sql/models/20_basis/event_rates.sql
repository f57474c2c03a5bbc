-- title: Event rates
-- grain: one row per data year
-- unit: U.S. dollars for one guest
-- formula: event_spend_usd = base × cpi_u(data year) ÷ cpi_u(base year) for central and high, half of central for low, each to
--    the cent; captured = share that came for the event × event_spend_usd × capture rate, not rounded
-- sources: data_years, parameters (event_spend_base_usd, cpi_u), fixed_rates
-- zone: tables
-- key: data_year
-- columns:
--    data_year INTEGER: the year
--    base_year VARCHAR: key of the base row; null when there is none
--    has_base_index BOOLEAN: cpi_u of the base year is known
--    has_index BOOLEAN: cpi_u of the data year is known
--    event_spend_low DECIMAL(12,2): spending of one non-local guest
--    event_spend_central DECIMAL(12,2): the same, central
--    event_spend_high DECIMAL(12,2): the same, high
--    captured_low DECIMAL(18,10): direct local spending of one guest after delegates
--    captured_central DECIMAL(18,10): the same, central
--    captured_high DECIMAL(18,10): the same, high
WITH
bases AS (
  SELECT key AS base_year, CAST(central AS DECIMAL(12,3)) AS central, CAST(high AS DECIMAL(12,3)) AS high
  FROM parameters
  WHERE name = 'event_spend_base_usd'
),
indices AS (
  SELECT key AS index_year, CAST(central AS DECIMAL(12,3)) AS cpi_u FROM parameters WHERE name = 'cpi_u'
),
spending AS (
  SELECT
    y.data_year,
    b.base_year,
    base_index.cpi_u IS NOT NULL AS has_base_index,
    year_index.cpi_u IS NOT NULL AS has_index,
    CAST(ratio2(CAST(b.central * year_index.cpi_u AS DECIMAL(30,6)), CAST(base_index.cpi_u AS DECIMAL(30,6))) AS DECIMAL(9,2)) AS central,
    CAST(ratio2(CAST(b.high * year_index.cpi_u AS DECIMAL(30,6)), CAST(base_index.cpi_u AS DECIMAL(30,6))) AS DECIMAL(9,2)) AS high
  FROM data_years AS y
  LEFT JOIN bases AS b ON TRUE
  LEFT JOIN indices AS base_index ON base_index.index_year = b.base_year
  LEFT JOIN indices AS year_index ON year_index.index_year = CAST(y.data_year AS VARCHAR)
),
ranges AS (
  SELECT
    data_year,
    base_year,
    has_base_index,
    has_index,
    CAST(ratio2(CAST(central AS DECIMAL(30,6)), CAST(2 AS DECIMAL(30,6))) AS DECIMAL(9,2)) AS low,
    central,
    high
  FROM spending
)

SELECT
  r.data_year,
  r.base_year,
  r.has_base_index,
  r.has_index,
  r.low AS event_spend_low,
  r.central AS event_spend_central,
  r.high AS event_spend_high,
  CAST(r.low * f.event_share_low AS DECIMAL(19,6)) * f.capture_low AS captured_low,
  CAST(r.central * f.event_share_central AS DECIMAL(19,6)) * f.capture_central AS captured_central,
  CAST(r.high * f.event_share_high AS DECIMAL(19,6)) * f.capture_high AS captured_high
FROM ranges AS r
CROSS JOIN fixed_rates AS f
