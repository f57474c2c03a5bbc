-- title: Budgets
-- grain: one row per budget line in force
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means
-- sources: raw_budgets, raw_submissions (in force)
-- zone: protected
-- key: submission_id, source_row
-- sorted: no
-- columns:
--    submission_id VARCHAR: the file that the row came in
--    source_row INTEGER: its row there, as a person sees it
--    member_id VARCHAR: the member that sent it
--    data_year INTEGER: the reporting year
--    line_id VARCHAR: as the city writes it
--    category VARCHAR: staff, travel, gifts, dues, contracts, facilities or overhead
--    funded_by VARCHAR: city, private, grant or in_kind
--    amount_usd DECIMAL(12,2): cost
--    period_end DATE: last day of the budget year; empty = 31 December
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.submission_id,
  r.source_row,
  r.member_id,
  r.data_year,
  r.line_id,
  r.category,
  r.funded_by,
  r.amount_usd,
  COALESCE(r.period_end, MAKE_DATE(r.data_year, 12, 31)) AS period_end
FROM raw_budgets AS r
JOIN in_force ON in_force.submission_id = r.submission_id
