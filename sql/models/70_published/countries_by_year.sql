-- title: Partner countries by year
-- grain: one row per country of partners and data year
-- unit: as each column says
-- formula: headline figures as they are published, side by side; published_metrics has all, with the status of each
-- sources: published_metrics, countries
-- zone: tables
-- key: data_year, partner_country
-- columns:
--    data_year INTEGER: the year
--    partner_country VARCHAR: ISO 3166-1 alpha-2; a state may have the same two letters
--    name VARCHAR: its name
--    region VARCHAR: its region of the world
--    exchanges_in BIGINT: inbound exchanges; null = no figure
--    exchanges_out BIGINT: outbound exchanges; null = no figure
--    exchanges_virtual BIGINT: virtual exchanges; null = no figure
--    people_in BIGINT: visitors received; null = no figure
--    people_out BIGINT: residents sent; null = no figure
--    people_virtual BIGINT: people in virtual exchanges; null = no figure
--    person_nights_in BIGINT: nights of visitors, person by person; null = no figure
--    person_nights_out BIGINT: nights of residents abroad, person by person; null = no figure
--    youth BIGINT: people under 18 who were exchanged; null = no figure
--    events BIGINT: events; null = no figure
--    attendance BIGINT: people who came to events; null = no figure
--    partnerships_active BIGINT: partnerships in force; null = no figure
--    dormant_24 BIGINT: partnerships without an exchange for 24 months; null = no figure
--    trade_meetings BIGINT: trade contacts that met; null = no figure
--    trade_agreements BIGINT: trade contacts that agreed; null = no figure
--    trade_deals BIGINT: trade contacts that closed a deal; null = no figure
--    visitor_spend_direct_low DECIMAL(28,2): spending of visitors that stays in the area, in U.S. dollars, low; null = no figure
--    visitor_spend_direct_central DECIMAL(28,2): the same, central
--    visitor_spend_direct_high DECIMAL(28,2): the same, high
--    event_spend_direct_low DECIMAL(28,2): spending of event guests that stays in the area, in U.S. dollars, low; null = no figure
--    event_spend_direct_central DECIMAL(28,2): the same, central
--    event_spend_direct_high DECIMAL(28,2): the same, high
--    economic_output_low DECIMAL(28,2): economic output in U.S. dollars, low; null = no figure
--    economic_output_central DECIMAL(28,2): the same, central
--    economic_output_high DECIMAL(28,2): the same, high
--    local_tax_low DECIMAL(28,2): local tax on that spending in U.S. dollars, low; null = no figure
--    local_tax_central DECIMAL(28,2): the same, central
--    local_tax_high DECIMAL(28,2): the same, high
SELECT
  f.data_year, f.key AS partner_country, c.name, c.region,
  MAX(CASE WHEN metric_id = 'exchanges_in' THEN central END) AS exchanges_in,
  MAX(CASE WHEN metric_id = 'exchanges_out' THEN central END) AS exchanges_out,
  MAX(CASE WHEN metric_id = 'exchanges_virtual' THEN central END) AS exchanges_virtual,
  MAX(CASE WHEN metric_id = 'people_in' THEN central END) AS people_in,
  MAX(CASE WHEN metric_id = 'people_out' THEN central END) AS people_out,
  MAX(CASE WHEN metric_id = 'people_virtual' THEN central END) AS people_virtual,
  MAX(CASE WHEN metric_id = 'person_nights_in' THEN central END) AS person_nights_in,
  MAX(CASE WHEN metric_id = 'person_nights_out' THEN central END) AS person_nights_out,
  MAX(CASE WHEN metric_id = 'youth' THEN central END) AS youth,
  MAX(CASE WHEN metric_id = 'events' THEN central END) AS events,
  MAX(CASE WHEN metric_id = 'attendance' THEN central END) AS attendance,
  MAX(CASE WHEN metric_id = 'partnerships_active' THEN central END) AS partnerships_active,
  MAX(CASE WHEN metric_id = 'dormant_24' THEN central END) AS dormant_24,
  MAX(CASE WHEN metric_id = 'trade_meetings' THEN central END) AS trade_meetings,
  MAX(CASE WHEN metric_id = 'trade_agreements' THEN central END) AS trade_agreements,
  MAX(CASE WHEN metric_id = 'trade_deals' THEN central END) AS trade_deals,
  MAX(CASE WHEN metric_id = 'visitor_spend_direct' THEN low END) AS visitor_spend_direct_low,
  MAX(CASE WHEN metric_id = 'visitor_spend_direct' THEN central END) AS visitor_spend_direct_central,
  MAX(CASE WHEN metric_id = 'visitor_spend_direct' THEN high END) AS visitor_spend_direct_high,
  MAX(CASE WHEN metric_id = 'event_spend_direct' THEN low END) AS event_spend_direct_low,
  MAX(CASE WHEN metric_id = 'event_spend_direct' THEN central END) AS event_spend_direct_central,
  MAX(CASE WHEN metric_id = 'event_spend_direct' THEN high END) AS event_spend_direct_high,
  MAX(CASE WHEN metric_id = 'economic_output' THEN low END) AS economic_output_low,
  MAX(CASE WHEN metric_id = 'economic_output' THEN central END) AS economic_output_central,
  MAX(CASE WHEN metric_id = 'economic_output' THEN high END) AS economic_output_high,
  MAX(CASE WHEN metric_id = 'local_tax' THEN low END) AS local_tax_low,
  MAX(CASE WHEN metric_id = 'local_tax' THEN central END) AS local_tax_central,
  MAX(CASE WHEN metric_id = 'local_tax' THEN high END) AS local_tax_high
FROM published_metrics AS f
JOIN countries AS c ON c.code = f.key
WHERE f.level = 'partner_country'
GROUP BY f.data_year, f.key, c.name, c.region
