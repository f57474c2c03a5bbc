-- title: People shares
-- grain: one row per data year, level and key with exchanges
-- unit: people, person-nights
-- formula: sums over the rows where the cell is filled; nights of mixed lodging and none are left out of both sides
-- sources: exchange_amounts, levels
-- zone: protected
-- key: data_year, level, key
-- columns:
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
--    youth BIGINT: people under 18
--    youth_of BIGINT: people of rows where youth is filled
--    officials BIGINT: officials
--    officials_of BIGINT: people of rows where officials is filled
--    first_time BIGINT: first-timers
--    first_time_of BIGINT: people of rows where first_time is filled
--    homestay_nights DECIMAL(28,0): inbound person-nights in homes
--    homestay_nights_of DECIMAL(28,0): inbound person-nights in hotels, homes and student lodging
--    homestay_people BIGINT: people of the rows behind homestay_nights_of
WITH
filled AS (
  SELECT
    data_year,
    state,
    member_id,
    partnership_id,
    partner_country,
    purpose,
    public,
    SUM(youth) AS youth,
    SUM(CASE WHEN youth IS NOT NULL THEN people END) AS youth_of,
    SUM(officials) AS officials,
    SUM(CASE WHEN officials IS NOT NULL THEN people END) AS officials_of,
    SUM(first_time) AS first_time,
    SUM(CASE WHEN first_time IS NOT NULL THEN people END) AS first_time_of,
    SUM(CASE WHEN lodging = 'homestay' THEN person_nights END) AS homestay_nights,
    SUM(CASE WHEN lodging IN ('hotel', 'homestay', 'student') THEN person_nights END) AS homestay_nights_of,
    SUM(CASE WHEN lodging IN ('hotel', 'homestay', 'student') THEN people END) AS homestay_people
  FROM exchange_amounts
  GROUP BY data_year, state, member_id, partnership_id, partner_country, purpose, public
),
keyed AS (
  SELECT
    f.*,
    l.level,
    level_key(l.level, f.public, f.state, f.member_id, f.partnership_id, f.partner_country, f.purpose) AS key
  FROM filled AS f
  CROSS JOIN levels AS l
)

SELECT
  data_year,
  level,
  key,
  COALESCE(SUM(youth), 0) AS youth,
  COALESCE(SUM(youth_of), 0) AS youth_of,
  COALESCE(SUM(officials), 0) AS officials,
  COALESCE(SUM(officials_of), 0) AS officials_of,
  COALESCE(SUM(first_time), 0) AS first_time,
  COALESCE(SUM(first_time_of), 0) AS first_time_of,
  COALESCE(SUM(homestay_nights), 0) AS homestay_nights,
  COALESCE(SUM(homestay_nights_of), 0) AS homestay_nights_of,
  COALESCE(SUM(homestay_people), 0) AS homestay_people
FROM keyed
WHERE key IS NOT NULL
GROUP BY data_year, level, key
