-- title: Trade amounts
-- grain: one row per contact and stage reached, in force
-- unit: U.S. dollars
-- formula: of a deal with a value: reported = value ÷ exchange rate of the data year; attributed = reported × the firm's
--    own share; each rounded half up to the cent; the dollar needs no rate
-- sources: trade_contacts, partnerships, member_years, parameters (fx_lcu_per_usd)
-- zone: protected
-- key: submission_id, source_row
-- sorted: no
-- columns:
--    submission_id VARCHAR: the file that the row came in
--    source_row INTEGER: its row there
--    data_year INTEGER: the reporting year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
--    partnership_id VARCHAR: the tie
--    partner_country VARCHAR: the partner's country
--    public BOOLEAN: its tie may be shown below the state
--    stage VARCHAR: lead, meeting, agreement or deal
--    evidence VARCHAR: A to D
--    valued BOOLEAN: a deal with a value
--    shared BOOLEAN: a deal with a value and the firm's own share
--    rate_key VARCHAR: the row of fx_lcu_per_usd that is used or missing; null unless valued in another currency
--    reported DECIMAL(18,2): value as reported; null = none, or no rate
--    attributed DECIMAL(18,2): the part ascribed to the program; null = no share, or no rate
WITH
deals AS (
  SELECT
    t.*,
    t.stage = 'deal' AND t.deal_value IS NOT NULL AS valued,
    CASE
      WHEN t.stage = 'deal' AND t.deal_value IS NOT NULL AND t.currency <> 'USD'
        THEN CONCAT(t.currency, ':', CAST(t.data_year AS VARCHAR))
    END AS rate_key
  FROM trade_contacts AS t
),
reported AS (
  SELECT
    d.*,
    CASE
      WHEN NOT d.valued THEN NULL
      WHEN d.currency = 'USD' THEN CAST(d.deal_value AS DECIMAL(18,2))
      ELSE CAST(ratio2(CAST(d.deal_value AS DECIMAL(30,6)), CAST(r.central AS DECIMAL(30,6))) AS DECIMAL(18,2))
    END AS reported
  FROM deals AS d
  LEFT JOIN parameters AS r ON r.name = 'fx_lcu_per_usd' AND r.key = d.rate_key
)

SELECT
  d.submission_id,
  d.source_row,
  d.data_year,
  d.member_id,
  m.state,
  d.partnership_id,
  p.partner_country,
  COALESCE(p.public, TRUE) AS public,
  d.stage,
  d.evidence,
  d.valued,
  d.valued AND d.contribution_share IS NOT NULL AS shared,
  d.rate_key,
  d.reported,
  product2(d.reported, d.contribution_share) AS attributed
FROM reported AS d
JOIN member_years AS m ON m.member_id = d.member_id AND m.data_year = d.data_year
LEFT JOIN partnerships AS p ON p.partnership_id = d.partnership_id
