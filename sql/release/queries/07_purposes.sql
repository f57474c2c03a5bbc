-- What exchanges are for
SELECT purpose, exchanges, people, person_nights
FROM cube
WHERE data_year = {year} AND partnership_id = 'all' AND direction = 'all' AND purpose <> 'all'
ORDER BY people DESC, purpose
