-- title: Budget periods
-- grain: one row per member year and last day of a budget year, as its lines say
-- unit: lines
-- formula: lines by the day on which their budget year ends; a report prints it when it is not 31 December
-- sources: budgets
-- zone: tables
-- key: data_year, member_id, period_end
-- columns:
--    data_year INTEGER: the reporting year
--    member_id VARCHAR: the member
--    period_end DATE: last day of the budget year
--    calendar_year BOOLEAN: it is 31 December
--    lines BIGINT: budget lines
SELECT
  data_year,
  member_id,
  period_end,
  period_end = MAKE_DATE(data_year, 12, 31) AS calendar_year,
  COUNT(*) AS lines
FROM budgets
GROUP BY data_year, member_id, period_end
