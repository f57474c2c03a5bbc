-- title: Findings for staff
-- grain: one row per submitted row that staff should look at
-- unit: none
-- formula: same_deal: the same company, currency and value from two members in one year
-- sources: trade_contacts
-- zone: protected
-- key: finding, submission_id, source_row
-- columns:
--    finding VARCHAR: kind of finding
--    data_year INTEGER: the reporting year
--    member_id VARCHAR: the member
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    subject VARCHAR: what the rows have in common
--    members BIGINT: how many members reported it
WITH
valued AS (
  SELECT data_year, member_id, submission_id, source_row, company, company_key, currency, deal_value
  FROM trade_contacts
  WHERE deal_value IS NOT NULL
),
shared AS (
  SELECT data_year, company_key, currency, deal_value, COUNT(DISTINCT member_id) AS members
  FROM valued
  GROUP BY data_year, company_key, currency, deal_value
  HAVING COUNT(DISTINCT member_id) > 1
)

SELECT
  'same_deal' AS finding,
  v.data_year,
  v.member_id,
  v.submission_id,
  v.source_row,
  CONCAT(v.company, ', ', CAST(v.deal_value AS VARCHAR), ' ', v.currency) AS subject,
  s.members
FROM valued AS v
JOIN shared AS s
  ON s.data_year = v.data_year
  AND s.company_key = v.company_key
  AND s.currency = v.currency
  AND s.deal_value = v.deal_value
