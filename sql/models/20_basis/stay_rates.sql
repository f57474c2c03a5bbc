-- title: Stay rates
-- grain: one row per start date and lodging of the inbound exchanges in force
-- unit: U.S. dollars for one person and night (lodging none: and day)
-- formula: GSA lodging in force on the start date × lodging share + GSA meals × meals share; not rounded;
--    null where one of the four is missing
-- sources: exchanges, parameters (gsa_lodging_usd, gsa_mie_usd, stay_lodging_share, stay_mie_share)
-- zone: tables
-- key: start_date, lodging
-- columns:
--    start_date DATE: first day of a stay
--    lodging VARCHAR: where the guests slept
--    fiscal_year INTEGER: U.S. fiscal year of the start date, October to September
--    has_lodging_rate BOOLEAN: a GSA lodging rate is in force on that day
--    has_mie_rate BOOLEAN: a GSA meals rate is in force on that day
--    has_lodging_share BOOLEAN: the lodging has a lodging share
--    has_mie_share BOOLEAN: the lodging has a meals share
--    usd_low DECIMAL(14,10): low
--    usd_central DECIMAL(14,10): central
--    usd_high DECIMAL(14,10): high
--    lodging_share_low_usd DECIMAL(14,10): central, with the low lodging share
--    lodging_share_high_usd DECIMAL(14,10): central, with the high lodging share
--    mie_share_low_usd DECIMAL(14,10): central, with the low meals share
--    mie_share_high_usd DECIMAL(14,10): central, with the high meals share
WITH
stays AS (
  SELECT DISTINCT start_date, lodging FROM exchanges WHERE direction = 'inbound'
),
-- Narrow types, so that the products stay exact within 38 digits on every engine.
rates AS (
  SELECT
    name,
    valid_from,
    valid_to,
    CAST(low AS DECIMAL(10,4)) AS low,
    CAST(central AS DECIMAL(10,4)) AS central,
    CAST(high AS DECIMAL(10,4)) AS high
  FROM parameters
  WHERE name IN ('gsa_lodging_usd', 'gsa_mie_usd')
),
shares AS (
  SELECT
    name,
    key AS lodging,
    CAST(low AS DECIMAL(7,6)) AS low,
    CAST(central AS DECIMAL(7,6)) AS central,
    CAST(high AS DECIMAL(7,6)) AS high
  FROM parameters
  WHERE name IN ('stay_lodging_share', 'stay_mie_share')
)

SELECT
  stays.start_date,
  stays.lodging,
  EXTRACT(YEAR FROM stays.start_date)
    + CASE WHEN EXTRACT(MONTH FROM stays.start_date) >= 10 THEN 1 ELSE 0 END AS fiscal_year,
  bed.low IS NOT NULL AS has_lodging_rate,
  food.low IS NOT NULL AS has_mie_rate,
  bed_share.low IS NOT NULL AS has_lodging_share,
  food_share.low IS NOT NULL AS has_mie_share,
  bed.low * bed_share.low + food.low * food_share.low AS usd_low,
  bed.central * bed_share.central + food.central * food_share.central AS usd_central,
  bed.high * bed_share.high + food.high * food_share.high AS usd_high,
  bed.central * bed_share.low + food.central * food_share.central AS lodging_share_low_usd,
  bed.central * bed_share.high + food.central * food_share.central AS lodging_share_high_usd,
  bed.central * bed_share.central + food.central * food_share.low AS mie_share_low_usd,
  bed.central * bed_share.central + food.central * food_share.high AS mie_share_high_usd
FROM stays
LEFT JOIN rates AS bed
  ON bed.name = 'gsa_lodging_usd' AND stays.start_date BETWEEN bed.valid_from AND bed.valid_to
LEFT JOIN rates AS food
  ON food.name = 'gsa_mie_usd' AND stays.start_date BETWEEN food.valid_from AND food.valid_to
LEFT JOIN shares AS bed_share
  ON bed_share.name = 'stay_lodging_share' AND bed_share.lodging = stays.lodging
LEFT JOIN shares AS food_share
  ON food_share.name = 'stay_mie_share' AND food_share.lodging = stays.lodging
