-- title: Rows that name an organization
-- grain: one row per exchange or event and organization that took part
-- unit: none
-- formula: the rows of exchanges and events whose co_organizers hold an organization of the model collaborators
-- sources: collaborators, exchanges, events
-- columns:
--    data_year INTEGER: the year
--    state VARCHAR: the member's state
--    member_id VARCHAR: the member
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    organization_key VARCHAR: the organization, folded
WITH
lists AS (
  SELECT data_year, member_id, submission_id, source_row, co_organizers_key AS names FROM exchanges WHERE co_organizers_key IS NOT NULL
  UNION ALL
  SELECT data_year, member_id, submission_id, source_row, co_organizers_key AS names FROM events WHERE co_organizers_key IS NOT NULL
),
fenced AS (
  SELECT data_year, member_id, submission_id, source_row, CONCAT(';', REPLACE(REPLACE(names, '; ', ';'), ' ;', ';'), ';') AS names
  FROM lists
)

SELECT c.data_year, c.state, c.member_id, f.submission_id, f.source_row, c.organization_key
FROM collaborators AS c
JOIN fenced AS f
  ON f.data_year = c.data_year
  AND f.member_id = c.member_id
  AND POSITION(CONCAT(';', c.organization_key, ';') IN f.names) > 0
