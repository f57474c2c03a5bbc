-- Visitor spending that stays, for each visitor, with its range
SELECT
  data_year,
  people,
  ROUND(visitor_spend_low / people, 2) AS low,
  ROUND(visitor_spend_central / people, 2) AS central,
  ROUND(visitor_spend_high / people, 2) AS high
FROM cube
WHERE partnership_id = 'all' AND purpose = 'all' AND direction = 'inbound' AND people > 0
ORDER BY data_year
