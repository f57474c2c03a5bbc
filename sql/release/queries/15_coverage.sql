-- How many of the members reported each dataset
SELECT dataset, data_year, central AS share_of_members, n AS expected
FROM coverage
WHERE level = 'network'
ORDER BY dataset, data_year
