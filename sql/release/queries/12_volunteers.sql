-- Hours of a volunteer, by state
SELECT name, volunteers, volunteer_hours, ROUND(volunteer_hours / volunteers, 1) AS hours_a_volunteer
FROM states_by_year
WHERE data_year = {year} AND volunteers > 0
ORDER BY volunteer_hours DESC, name
LIMIT 20
