-- title: Findings for staff
-- grain: one row per submitted row that staff should look at
-- unit: amount: that of the measure; shares: 0 to 1
-- formula: doubt: a value that is possible but unlikely, with the measure of which it is the largest part of the network's
--    sum; same_deal: the same company, currency and value from two members in one year
-- sources: doubts, contributions, plausible, trade_contacts
-- zone: protected
-- key: finding, submission_id, source_row, column_name
-- columns:
--    finding VARCHAR: doubt or same_deal
--    status VARCHAR: open or confirmed; null: nothing is to be settled
--    data_year INTEGER: the reporting year
--    member_id VARCHAR: the member
--    dataset VARCHAR: what the file reports
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    row_key VARCHAR: the row's id, else row and its number
--    column_name VARCHAR: the column, or the measure of a sum
--    value VARCHAR: the cell as written, or the sum
--    subject VARCHAR: what is unlikely, or what the rows have in common
--    members BIGINT: how many members reported the same deal
--    metric_id VARCHAR: the measure of contributions that the row is most of
--    amount DECIMAL(24,2): what it is of that measure
--    network_share DECIMAL(9,4): the same as part of the network's sum
--    member_share DECIMAL(9,4): the same as part of the member's sum
WITH
in_doubt AS (SELECT DISTINCT submission_id, source_row FROM doubts),
measured AS (SELECT DISTINCT column_name AS metric_id FROM plausible WHERE compared = 'network_row'),
sums AS (
  SELECT c.metric_id, c.data_year, c.member_id, SUM(c.central) AS own
  FROM contributions AS c
  JOIN measured AS m ON m.metric_id = c.metric_id
  WHERE c.central > 0
  GROUP BY c.metric_id, c.data_year, c.member_id
),
networks AS (SELECT metric_id, data_year, SUM(own) AS network FROM sums GROUP BY metric_id, data_year),
effects AS (
  SELECT
    c.submission_id,
    c.source_row,
    c.metric_id,
    c.central,
    ratio4(CAST(c.central AS DECIMAL(30,6)), CAST(n.network AS DECIMAL(30,6))) AS network_share,
    ratio4(CAST(c.central AS DECIMAL(30,6)), CAST(s.own AS DECIMAL(30,6))) AS member_share
  FROM in_doubt AS d
  JOIN contributions AS c ON c.submission_id = d.submission_id AND c.source_row = d.source_row
  JOIN sums AS s ON s.metric_id = c.metric_id AND s.data_year = c.data_year AND s.member_id = c.member_id
  JOIN networks AS n ON n.metric_id = c.metric_id AND n.data_year = c.data_year
  WHERE c.central > 0
),
largest AS (
  SELECT
    *,
    ROW_NUMBER() OVER (PARTITION BY submission_id, source_row ORDER BY network_share DESC, metric_id) AS place
  FROM effects
),
valued AS (
  SELECT data_year, member_id, submission_id, source_row, contact_id, stage, company, company_key, currency, deal_value
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
  'doubt' AS finding,
  CASE WHEN d.confirmed_by IS NULL THEN 'open' ELSE 'confirmed' END AS status,
  d.data_year,
  d.member_id,
  d.dataset,
  d.submission_id,
  d.source_row,
  d.row_key,
  d.column_name,
  d.value,
  d.message AS subject,
  CAST(NULL AS BIGINT) AS members,
  e.metric_id,
  e.central AS amount,
  e.network_share,
  e.member_share
FROM doubts AS d
LEFT JOIN largest AS e ON e.submission_id = d.submission_id AND e.source_row = d.source_row AND e.place = 1
UNION ALL
SELECT
  'same_deal',
  NULL,
  v.data_year,
  v.member_id,
  'trade_contacts',
  v.submission_id,
  v.source_row,
  CONCAT(v.contact_id, ' ', v.stage),
  'value',
  CAST(v.deal_value AS VARCHAR),
  CONCAT(v.company, ', ', CAST(v.deal_value AS VARCHAR), ' ', v.currency),
  s.members,
  NULL,
  NULL,
  NULL,
  NULL
FROM valued AS v
JOIN shared AS s
  ON s.data_year = v.data_year
  AND s.company_key = v.company_key
  AND s.currency = v.currency
  AND s.deal_value = v.deal_value
