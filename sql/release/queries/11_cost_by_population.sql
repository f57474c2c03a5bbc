-- What members of each size spend
SELECT band, COUNT(cost_total) AS members, MEDIAN(cost_total) AS median_usd
FROM members_by_year
WHERE data_year = {year} AND band IS NOT NULL
GROUP BY band
ORDER BY band
