-- title: Rows that show activity
-- grain: one row per exchange, event and trade contact in force
-- unit: none
-- formula: whatever makes a year an active one
-- sources: exchange_amounts, event_amounts, trade_amounts
-- columns:
--    data_year INTEGER: the year
--    state VARCHAR: the member's state
--    member_id VARCHAR: the member
--    partnership_id VARCHAR: the tie; null = none
--    public BOOLEAN: it counts below the state, too
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
SELECT data_year, state, member_id, partnership_id, public, submission_id, source_row FROM exchange_amounts
UNION ALL
SELECT data_year, state, member_id, partnership_id, public, submission_id, source_row FROM event_amounts
UNION ALL
SELECT data_year, state, member_id, partnership_id, public, submission_id, source_row FROM trade_amounts
