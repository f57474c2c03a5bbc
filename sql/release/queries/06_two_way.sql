-- Partnerships in which people went both ways
SELECT partnership_id, partner_name, people_in, people_out
FROM partnerships_by_year
WHERE data_year = {year} AND people_in > 0 AND people_out > 0
ORDER BY people_in + people_out DESC, partnership_id
LIMIT 20
