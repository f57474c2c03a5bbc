-- title: Partnerships by year
-- grain: one row per partnership that may be shown and data year
-- unit: as each column says
-- formula: headline figures as they are published, side by side; published_metrics has all, with the status of each
-- sources: published_metrics, partnerships
-- zone: tables
-- key: data_year, partnership_id
-- columns:
--    data_year INTEGER: the year
--    partnership_id VARCHAR: the partnership
--    member_id VARCHAR: the member that keeps it
--    partner_name VARCHAR: the partner
--    partner_country VARCHAR: ISO 3166-1 alpha-2
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
  f.data_year, f.key AS partnership_id, p.member_id, p.partner_name, p.partner_country,
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
JOIN partnerships AS p ON p.partnership_id = f.key AND p.public
WHERE f.level = 'partnership'
GROUP BY f.data_year, f.key, p.member_id, p.partner_name, p.partner_country
