-- title: Trade contacts
-- grain: one row per contact and stage reached, in force
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means
-- sources: raw_trade_contacts, raw_submissions (in force)
-- zone: protected
-- key: submission_id, source_row
-- sorted: no
-- columns:
--    submission_id VARCHAR: the file that the row came in
--    source_row INTEGER: its row there, as a person sees it
--    member_id VARCHAR: the member that sent it
--    data_year INTEGER: the reporting year
--    contact_id VARCHAR: as the city writes it
--    partnership_id VARCHAR: the tie
--    contact_date DATE: when the stage was reached
--    company VARCHAR: the firm; never outside the protected zone
--    company_key VARCHAR: the same, folded for comparing
--    sector VARCHAR: NAICS, two digits
--    stage VARCHAR: lead, meeting, agreement or deal
--    deal_value DECIMAL(15,2): in the currency; null = none stated
--    currency VARCHAR: ISO 4217
--    evidence VARCHAR: A seen, B written, C staff, D none
--    contribution_share DECIMAL(5,4): the part that the firm ascribes to the program; null = not stated
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.submission_id,
  r.source_row,
  r.member_id,
  r.data_year,
  r.contact_id,
  r.partnership_id,
  r.date AS contact_date,
  r.company,
  r.company_key,
  r.sector,
  r.stage,
  r.value AS deal_value,
  r.currency,
  COALESCE(r.evidence, 'D') AS evidence,
  r.contribution_share
FROM raw_trade_contacts AS r
JOIN in_force ON in_force.submission_id = r.submission_id
