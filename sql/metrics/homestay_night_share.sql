-- title: Share of nights in homes
-- unit: ratio, 0 to 1
-- grain: data year, level and key
-- goal: let officials and citizens explore other cultures
-- formula: homestay person-nights ÷ inbound person-nights, mixed lodging and none left out; n = people of the
--    exchanges behind it
-- sources: exchanges in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- counts: people
-- decimals: 4
-- title_es: Proporción de noches en casas particulares
-- formula_es: pernoctaciones en casas ÷ pernoctaciones recibidas, sin alojamiento mixto ni ninguno; n = personas de
--    los intercambios correspondientes
-- trace: in_homes = FROM contributions WHERE metric_id = 'person_nights' AND category = 'homestay';
--    nights = FROM contributions WHERE metric_id = 'person_nights' AND category IN ('hotel', 'homestay', 'student')
-- equals: in_homes ÷ nights
-- not_applicable: no guest spent a night in a hotel, a home or student lodging
WITH
shares AS (
  SELECT
    r.data_year,
    r.level,
    r.key,
    r.reported,
    COALESCE(s.homestay_people, 0) AS people,
    ratio4(CAST(s.homestay_nights AS DECIMAL(30,6)), CAST(s.homestay_nights_of AS DECIMAL(30,6))) AS share
  FROM level_reports AS r
  LEFT JOIN people_shares AS s ON s.data_year = r.data_year AND s.level = r.level AND s.key = r.key
  WHERE r.dataset = 'exchanges'
)

SELECT
  data_year,
  level,
  key,
  share AS low,
  share AS central,
  share AS high,
  people AS n,
  CASE WHEN share IS NOT NULL THEN 'value' WHEN reported > 0 THEN 'not_applicable' ELSE 'not_reported' END AS status,
  0 AS rows_not_computed
FROM shares
