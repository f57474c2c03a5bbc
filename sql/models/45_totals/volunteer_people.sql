-- title: Volunteers of a member
-- grain: one row per member year with a report of hours
-- unit: people
-- formula: distinct people named, plus for each activity the largest number of people of any one row
-- sources: volunteer_hours, members
-- zone: protected
-- key: data_year, member_id
-- columns:
--    data_year INTEGER: the year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
--    named BIGINT: distinct people named
--    unnamed BIGINT: people counted in groups, the largest group of each activity
WITH
groups AS (
  SELECT data_year, member_id, activity, MAX(volunteers) AS people
  FROM volunteer_hours
  WHERE volunteer_key IS NULL
  GROUP BY data_year, member_id, activity
),
unnamed AS (
  SELECT data_year, member_id, SUM(people) AS people FROM groups GROUP BY data_year, member_id
),
named AS (
  SELECT data_year, member_id, COUNT(DISTINCT volunteer_key) AS people FROM volunteer_hours GROUP BY data_year, member_id
)

SELECT n.data_year, n.member_id, m.state, n.people AS named, COALESCE(u.people, 0) AS unnamed
FROM named AS n
JOIN members AS m ON m.member_id = n.member_id
LEFT JOIN unnamed AS u ON u.data_year = n.data_year AND u.member_id = n.member_id
