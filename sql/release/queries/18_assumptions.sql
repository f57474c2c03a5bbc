-- Every assumption of the year with its source
SELECT name, key, low, central, high, unit, confidence, source
FROM parameters
WHERE key IN ('all', CAST({year} AS VARCHAR))
ORDER BY name, key
