-- title: Rows that name an organization
-- grain: one row per exchange or event and organization that took part
-- unit: none
-- formula: the rows of exchanges and events whose co_organizers hold an organization of the model collaborators
-- sources: collaborators, exchanges, events, exchange_amounts, event_amounts
-- columns:
--    data_year INTEGER: the year
--    state VARCHAR: the member's state
--    member_id VARCHAR: the member
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    organization_key VARCHAR: the organization, folded
--    public BOOLEAN: the row counts below the state, too
WITH
lists AS (
  SELECT e.data_year, e.member_id, e.submission_id, e.source_row, e.co_organizers_key AS names, a.public
  FROM exchanges AS e
  JOIN exchange_amounts AS a ON a.submission_id = e.submission_id AND a.source_row = e.source_row
  WHERE e.co_organizers_key IS NOT NULL
  UNION ALL
  SELECT e.data_year, e.member_id, e.submission_id, e.source_row, e.co_organizers_key AS names, a.public
  FROM events AS e
  JOIN event_amounts AS a ON a.submission_id = e.submission_id AND a.source_row = e.source_row
  WHERE e.co_organizers_key IS NOT NULL
),
fenced AS (
  SELECT data_year, member_id, submission_id, source_row, public, CONCAT(';', REPLACE(REPLACE(names, '; ', ';'), ' ;', ';'), ';') AS names
  FROM lists
)

SELECT c.data_year, c.state, c.member_id, f.submission_id, f.source_row, c.organization_key, f.public
FROM collaborators AS c
JOIN fenced AS f
  ON f.data_year = c.data_year
  AND f.member_id = c.member_id
  AND POSITION(CONCAT(';', c.organization_key, ';') IN f.names) > 0
