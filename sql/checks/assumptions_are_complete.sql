-- title: Every lodging has its stay shares, and the bands of both multipliers leave no gap
WITH
lodgings AS (
  SELECT lodging FROM (VALUES ('hotel'), ('homestay'), ('mixed'), ('student'), ('none')) AS l(lodging)
),
share_names AS (
  SELECT name FROM (VALUES ('stay_lodging_share'), ('stay_mie_share')) AS n(name)
),
bands AS (
  SELECT
    name,
    key,
    band_from,
    band_to,
    LAG(band_to) OVER (PARTITION BY name ORDER BY band_from) AS band_before,
    ROW_NUMBER() OVER (PARTITION BY name ORDER BY band_from) AS place,
    LEAD(band_from) OVER (PARTITION BY name ORDER BY band_from) AS band_after
  FROM parameters
  WHERE name IN ('type1_multiplier', 'type2_multiplier')
)

SELECT n.name, l.lodging AS key, 'no row for this lodging' AS finding
FROM share_names AS n
CROSS JOIN lodgings AS l
LEFT JOIN parameters AS p ON p.name = n.name AND p.key = l.lodging
WHERE p.name IS NULL
UNION ALL
SELECT name, key, 'the band does not begin where the one below ends'
FROM bands
WHERE (place = 1 AND band_from <> 0) OR (place > 1 AND (band_before IS NULL OR band_before <> band_from))
UNION ALL
SELECT name, key, 'the highest band has an end'
FROM bands
WHERE band_after IS NULL AND band_to IS NOT NULL
