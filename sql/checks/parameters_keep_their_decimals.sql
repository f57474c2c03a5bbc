-- title: No parameter is written with more decimals than the models carry
SELECT name, key, low, central, high
FROM parameters
WHERE (
    name IN ('capture_rate', 'local_tax_rate', 'event_primary_share', 'gsa_lodging_usd', 'gsa_mie_usd', 'volunteer_hour_usd')
    AND (CAST(low AS DECIMAL(18,4)) <> low OR CAST(central AS DECIMAL(18,4)) <> central OR CAST(high AS DECIMAL(18,4)) <> high)
  )
  OR (
    name IN ('event_spend_base_usd', 'cpi_u')
    AND (CAST(low AS DECIMAL(18,3)) <> low OR CAST(central AS DECIMAL(18,3)) <> central OR CAST(high AS DECIMAL(18,3)) <> high)
  )
