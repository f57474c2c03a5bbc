-- title: Exchange links
-- grain: one row per event or survey row that names an exchange
-- unit: none
-- formula: the member's exchange of that id in the same year, else its latest earlier one
-- sources: events, surveys, exchanges, partnerships
-- zone: protected
-- key: submission_id, source_row
-- columns:
--    dataset VARCHAR: events or surveys
--    submission_id VARCHAR: the file of the row that names an exchange
--    source_row INTEGER: its row there
--    data_year INTEGER: its reporting year
--    exchange_id VARCHAR: the exchange, as written there
--    found BOOLEAN: the exchange is known
--    exchange_submission_id VARCHAR: the file of the exchange; null when not found
--    exchange_source_row INTEGER: its row there
--    exchange_year INTEGER: its reporting year
--    partnership_id VARCHAR: its tie
--    purpose VARCHAR: its purpose
--    people INTEGER: its people
--    public BOOLEAN: it and its tie may be shown below the state
WITH
referring AS (
  SELECT 'events' AS dataset, submission_id, source_row, member_id, data_year, exchange_id, exchange_id_key
  FROM events
  WHERE exchange_id_key IS NOT NULL
  UNION ALL
  SELECT 'surveys' AS dataset, submission_id, source_row, member_id, data_year, exchange_id, exchange_id_key
  FROM surveys
  WHERE exchange_id_key IS NOT NULL
),
-- Until the member uses the id again: so each row meets one exchange, however many years have the id.
known AS (
  SELECT
    member_id,
    exchange_id_key,
    data_year,
    COALESCE(LEAD(data_year) OVER (PARTITION BY member_id, exchange_id_key ORDER BY data_year), 9999) AS next_year,
    submission_id,
    source_row,
    partnership_id,
    purpose,
    people,
    public
  FROM exchanges
)

SELECT
  r.dataset,
  r.submission_id,
  r.source_row,
  r.data_year,
  r.exchange_id,
  x.submission_id IS NOT NULL AS found,
  x.submission_id AS exchange_submission_id,
  x.source_row AS exchange_source_row,
  x.data_year AS exchange_year,
  x.partnership_id,
  x.purpose,
  x.people,
  x.public AND COALESCE(p.public, TRUE) AS public
FROM referring AS r
LEFT JOIN known AS x
  ON
    x.member_id = r.member_id
    AND x.exchange_id_key = r.exchange_id_key
    AND x.data_year <= r.data_year
    AND x.next_year > r.data_year
LEFT JOIN partnerships AS p ON p.partnership_id = x.partnership_id
