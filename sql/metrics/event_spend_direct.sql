-- title: Event spending, direct
-- unit: USD
-- grain: data year, level and key
-- goal: economic and community development
-- formula: round2(guests × share that came for the event × event_spend_usd × capture rate); guests are non-local
--    and nobody’s delegates; method estimate: 0 in low and central; not reported where no event says how
--    many guests are non-local
-- sources: event_spend_base_usd, cpi_u, event_primary_share, capture_rate
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: events
-- decimals: 2
-- title_es: Gasto de eventos, directo
-- formula_es: round2(asistentes × parte que vino por el evento × event_spend_usd × tasa de captación); los
--    asistentes son de fuera y no son delegados de nadie; con método estimate: 0 en bajo y central; no
--    informado donde ningún evento dice cuántos son de fuera
-- unfilled: no event says how many of its people came from outside
-- trace: direct = FROM contributions WHERE metric_id = 'event_spend_direct'
SELECT data_year, level, key, low, central, high, n, status, rows_not_computed
FROM totals
WHERE measure = 'event_spend_direct' AND part = 'all'
