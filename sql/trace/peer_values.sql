-- title: Values of a member's peers
-- grain: one row per metric, data year, member and peer with a value
-- unit: that of the metric
-- formula: central values of the other expected members of the population band; no peer is named
-- sources: member_years, metrics
-- columns:
--    metric_id VARCHAR: the metric
--    data_year INTEGER: the year
--    member_id VARCHAR: the member whose peers these are
--    central DECIMAL(28,4): the peer's value
SELECT m.metric_id, y.data_year, y.member_id, m.central
FROM member_years AS y
JOIN member_years AS o ON o.data_year = y.data_year AND o.band = y.band AND o.member_id <> y.member_id AND o.expected
JOIN metrics AS m ON m.level = 'member' AND m.key = o.member_id AND m.data_year = o.data_year AND m.status = 'value'
