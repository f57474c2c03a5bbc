-- title: Under a printed sum no withheld count of people stands alone, and five people can move between them
-- formula: read from the published figures alone: members of a state, states of the network, purposes of the network,
--    and for travel, where every person has a tie, the ties of a member
WITH
places AS (
  SELECT 'member' AS level, m.member_id AS key, 'state' AS above_level, m.state AS above FROM members AS m
  UNION ALL
  SELECT 'state', state, 'network', '' FROM members GROUP BY state
  UNION ALL
  SELECT 'partnership', partnership_id, 'member', member_id FROM partnerships
),
counts AS (
  SELECT p.metric_id, p.data_year, p.level, p.key, p.status, c.people, c.floor
  FROM published_metrics AS p
  JOIN people_counts AS c
    ON c.count_id = p.metric_id AND c.data_year = p.data_year AND c.level = p.level AND c.key = p.key
  WHERE p.metric_id IN ('people_in', 'people_out', 'people_virtual', 'attendance', 'volunteers')
),
placed AS (
  SELECT c.metric_id, c.data_year, c.level, p.above_level, p.above, c.status, c.people, c.floor
  FROM counts AS c
  JOIN places AS p ON p.level = c.level AND p.key = c.key
  WHERE c.level <> 'partnership' OR c.metric_id LIKE 'people%'
  UNION ALL
  SELECT metric_id, data_year, level, 'network', '', status, people, floor FROM counts WHERE level = 'purpose'
),
groups AS (
  SELECT metric_id, data_year, level, above_level, above, COUNT(*) AS withheld, SUM(people - floor) AS room
  FROM placed
  WHERE status = 'withheld'
  GROUP BY metric_id, data_year, level, above_level, above
)

SELECT g.metric_id, g.data_year, g.above_level AS level, g.above AS key, g.withheld, g.room
FROM groups AS g
JOIN counts AS a
  ON a.metric_id = g.metric_id AND a.data_year = g.data_year AND a.level = g.above_level AND a.key = g.above AND a.status = 'value'
WHERE g.withheld < 2 OR g.room < 5
