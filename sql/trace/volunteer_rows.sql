-- title: Rows that count volunteers
-- grain: one row per member year and person named (the row that names the person first), and per member year and
--    activity with unnamed people (the row with most of them)
-- unit: people
-- formula: 1 for a person, the number of people for a group; nobody's name is given
-- sources: volunteer_hours, member_years
-- columns:
--    data_year INTEGER: the year
--    state VARCHAR: the member's state
--    member_id VARCHAR: the member
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    item VARCHAR: what the row counts
--    people INTEGER: people counted
WITH
persons AS (
  SELECT data_year, member_id, submission_id, source_row, 'one person, named' AS item, 1 AS people
  FROM volunteer_hours
  WHERE volunteer_key IS NOT NULL
  QUALIFY ROW_NUMBER() OVER (PARTITION BY data_year, member_id, volunteer_key ORDER BY submission_id, source_row) = 1
),
groups AS (
  SELECT data_year, member_id, submission_id, source_row, CONCAT('largest group, ', activity) AS item, volunteers AS people
  FROM volunteer_hours
  WHERE volunteer_key IS NULL
  QUALIFY
    ROW_NUMBER() OVER (
      PARTITION BY data_year, member_id, activity ORDER BY volunteers DESC NULLS LAST, submission_id, source_row
    ) = 1
),
counted AS (
  SELECT data_year, member_id, submission_id, source_row, item, people FROM persons
  UNION ALL
  SELECT data_year, member_id, submission_id, source_row, item, people FROM groups
)

SELECT c.data_year, y.state, c.member_id, c.submission_id, c.source_row, c.item, c.people
FROM counted AS c
JOIN member_years AS y ON y.member_id = c.member_id AND y.data_year = c.data_year
