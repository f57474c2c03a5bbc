-- title: Contributions of members with both sides of the books
-- grain: one row of contributions whose member reported budgets and exchanges in its year
-- unit: that of the metric
-- formula: what ratios and differences with costs are made of
-- sources: contributions, cost_members
-- columns:
--    metric_id VARCHAR: what is counted
--    data_year INTEGER: the year
--    state VARCHAR: the member's state
--    member_id VARCHAR: the member
--    public BOOLEAN: it counts below the state, too
--    category VARCHAR: the funder of a cost
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    low DECIMAL(24,2): low; null = not computed
--    central DECIMAL(24,2): central
--    high DECIMAL(24,2): high
SELECT c.metric_id, c.data_year, c.state, c.member_id, c.public, c.category, c.submission_id, c.source_row, c.low, c.central, c.high
FROM contributions AS c
JOIN cost_members AS b ON b.data_year = c.data_year AND b.member_id = c.member_id
