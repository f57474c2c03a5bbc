-- title: Survey change, knowledge of the partner culture
-- unit: points on a scale of 1 to 5
-- grain: data year, level and key
-- goal: creative exchange
-- formula: mean of answer 1 after − before, over respondents with both waves of one exchange in one data year; low and
--    high = Student-t 95% interval, sd with n − 1; n = these respondents; withheld below n = 10 or where all answered
--    alike
-- sources: surveys in force
-- levels: network, state, member, partnership, partner_country, purpose
-- datasets: surveys
-- decimals: 2
-- title_es: Cambio en la encuesta, conocimiento de la cultura de la ciudad hermana
-- formula_es: media de la respuesta 1 después − antes, de quienes contestaron ambas veces sobre un mismo intercambio en un
--    mismo año de datos; bajo y alto = intervalo t de Student del 95%, desviación típica con n − 1; n = estas personas;
--    reservado por debajo de n = 10 o si todas contestaron igual
-- trace: changes = SUM(q1) FROM survey_rows WHERE q1 IS NOT NULL;
--    pairs = SUM(pair) FROM survey_rows WHERE q1 IS NOT NULL
-- equals: changes ÷ pairs
-- range: Student-t 95% interval of the mean, standard deviation with n − 1
-- not_applicable: nobody answered both before and after one exchange
-- withheld: fewer than ten people answered both times, all of them alike, or it would give such answers away
SELECT data_year, level, key, low, central, high, n, status, 0 AS rows_not_computed
FROM survey_changes
WHERE question = 'q1'
