-- title: What was reported behind each amount
-- grain: one row per exchange, event, volunteer row and trade row, and file that its amounts are made from
-- unit: none
-- formula: what the file says that enters amounts in dollars, as a text; two editions that hold the same text, and not the
--    same amount, differ by a parameter or the method. An event's guests hang on the exchange that it names, and so does
--    the tie that it counts for
-- sources: exchange_amounts, exchanges, event_amounts, events, exchange_links, volunteer_amounts, trade_contacts
-- columns:
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    made_from VARCHAR: the file that says it: the row's own, or that of the exchange
--    facts VARCHAR: what it says
WITH
stays AS (
  SELECT
    x.submission_id,
    x.source_row,
    x.submission_id AS made_from,
    CONCAT(
      CASE
        WHEN e.spend_usd IS NOT NULL THEN CAST(e.spend_usd AS VARCHAR)
        ELSE CONCAT(CAST(x.stay_units AS VARCHAR), ' in ', e.lodging, ' from ', CAST(e.start_date AS VARCHAR))
      END,
      ' × ', CAST(e.primary_purpose_share AS VARCHAR), ' × ', CAST(e.paid_from_here_share AS VARCHAR)
    ) AS facts
  FROM exchange_amounts AS x
  JOIN exchanges AS e ON e.submission_id = x.submission_id AND e.source_row = x.source_row
  WHERE x.direction = 'inbound'
),
guests AS (
  SELECT
    a.submission_id,
    a.source_row,
    a.submission_id AS made_from,
    CONCAT(
      CAST(e.nonlocal_attendance AS VARCHAR), ' − ', COALESCE(CAST(e.delegates AS VARCHAR), 'its exchange'), ', ', e.method
    ) AS facts
  FROM event_amounts AS a
  JOIN events AS e ON e.submission_id = a.submission_id AND e.source_row = a.source_row
  WHERE a.guests IS NOT NULL
),
delegates AS (
  SELECT
    a.submission_id,
    a.source_row,
    x.exchange_submission_id AS made_from,
    CONCAT(
      CASE WHEN a.delegates_assumed THEN CAST(a.delegates AS VARCHAR) ELSE '' END, ' of ', COALESCE(x.partnership_id, '')
    ) AS facts
  FROM event_amounts AS a
  JOIN exchange_links AS x ON x.submission_id = a.submission_id AND x.source_row = a.source_row
  WHERE x.found
)

SELECT submission_id, source_row, made_from, facts FROM stays
UNION ALL
SELECT submission_id, source_row, made_from, facts FROM guests
UNION ALL
SELECT submission_id, source_row, made_from, facts FROM delegates
UNION ALL
SELECT submission_id, source_row, submission_id, CAST(hours AS VARCHAR) FROM volunteer_amounts
UNION ALL
SELECT
  submission_id,
  source_row,
  submission_id,
  CONCAT(CAST(deal_value AS VARCHAR), ' ', currency, ' × ', COALESCE(CAST(contribution_share AS VARCHAR), 'none'))
FROM trade_contacts
WHERE deal_value IS NOT NULL
