-- title: Exchanges in detail
-- grain: one row per exchange in force
-- unit: people, nights, U.S. dollars
-- formula: the exchange with the names of its places and what it is reckoned to have brought; for use in the office
-- sources: exchanges, exchange_amounts, members, partnerships, countries
-- zone: protected
-- key: submission_id, source_row
-- sorted: no
-- columns:
--    submission_id VARCHAR: the file that the row came in
--    source_row INTEGER: its row there, as a person sees it
--    data_year INTEGER: the reporting year
--    exchange_id VARCHAR: as the city writes it
--    member_id VARCHAR: the member
--    member_name VARCHAR: its name
--    state VARCHAR: its state, USPS code
--    partnership_id VARCHAR: the partnership
--    partner_name VARCHAR: the partner
--    partner_country VARCHAR: ISO 3166-1 alpha-2
--    country_name VARCHAR: the country's name
--    region VARCHAR: its region of the world
--    direction VARCHAR: inbound, outbound or virtual
--    purpose VARCHAR: one of the nine
--    title VARCHAR: what it was
--    start_date DATE: first day
--    end_date DATE: day of departure
--    people INTEGER: people who travelled or took part
--    person_nights DECIMAL(19,0): people × nights; null when virtual
--    lodging VARCHAR: where inbound guests slept; null unless inbound
--    public BOOLEAN: it and its partnership may be shown below the state
--    visitor_spend_low DECIMAL(24,2): spending that stays in the area, low; null unless inbound and computed
--    visitor_spend_central DECIMAL(24,2): the same, central
--    visitor_spend_high DECIMAL(24,2): the same, high
SELECT
  x.submission_id,
  x.source_row,
  x.data_year,
  x.exchange_id,
  x.member_id,
  m.name AS member_name,
  a.state,
  x.partnership_id,
  p.partner_name,
  a.partner_country,
  c.name AS country_name,
  c.region,
  x.direction,
  x.purpose,
  x.title,
  x.start_date,
  x.end_date,
  x.people,
  a.person_nights,
  x.lodging,
  a.public,
  a.direct_low AS visitor_spend_low,
  a.direct_central AS visitor_spend_central,
  a.direct_high AS visitor_spend_high
FROM exchanges AS x
JOIN exchange_amounts AS a ON a.submission_id = x.submission_id AND a.source_row = x.source_row
JOIN members AS m ON m.member_id = x.member_id
JOIN partnerships AS p ON p.partnership_id = x.partnership_id
JOIN countries AS c ON c.code = a.partner_country
