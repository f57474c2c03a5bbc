-- title: Reciprocity on nights
-- unit: ratio, 0 to 1
-- grain: data year, level and key
-- goal: two-way, mutually beneficial
-- formula: 1 − abs(in − out) ÷ (in + out) of person-nights over the 3 data years that end with the year, virtual
--    left out; null below 10 in all; for a member or partnership without exchange reports of all three: not known;
--    n = members with such a window
-- sources: exchanges in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: exchanges
-- counts: members that reported exchanges in all years of the window
-- decimals: 4
-- title_es: Reciprocidad en noches
-- formula_es: 1 − abs(entrada − salida) ÷ (entrada + salida) de pernoctaciones en los 3 años de datos que terminan
--    con el año, sin lo virtual; vacía por debajo de 10 en total; para un miembro o hermanamiento sin informes de
--    intercambios de los tres: no se conoce; n = miembros que informaron los tres
-- trace: came = FROM contributions OVER 3 YEARS WHERE metric_id = 'person_nights' AND direction = 'inbound';
--    went = FROM contributions OVER 3 YEARS WHERE metric_id = 'person_nights' AND direction = 'outbound'
-- equals: (came + went - ABS(came - went)) ÷ (came + went)
-- window: 3 years
-- not_applicable: in and out together are fewer than 10 person-nights in the three years
SELECT data_year, level, key, ratio AS low, ratio AS central, ratio AS high, n, status, 0 AS rows_not_computed
FROM reciprocity
WHERE measure = 'person_nights'
