-- title: Members with both sides of the books
-- grain: one row per member year for which the member reported budgets and exchanges
-- unit: none
-- formula: only these members stand in ratios and differences with costs
-- sources: member_status
-- zone: tables
-- key: data_year, member_id
-- columns:
--    data_year INTEGER: the year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
SELECT data_year, member_id, state
FROM member_status
WHERE dataset IN ('budgets', 'exchanges') AND reported
GROUP BY data_year, member_id, state
HAVING COUNT(*) = 2
