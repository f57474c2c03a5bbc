-- title: Event gaps
-- grain: one row per member year with events, apart those that are held back
-- unit: events
-- formula: events whose spending is not known, or rests on an assumption, printed beside the sums
-- sources: event_amounts
-- zone: protected
-- key: data_year, member_id, public
-- columns:
--    data_year INTEGER: the reporting year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
--    public BOOLEAN: the events count below the state, too
--    events BIGINT: events
--    without_nonlocal BIGINT: events without a non-local attendance, so without a spending row
--    delegates_assumed BIGINT: events whose delegates were taken from their exchange
--    estimated BIGINT: events whose people were estimated, which count 0 in low and central
SELECT
  data_year,
  member_id,
  state,
  public,
  COUNT(*) AS events,
  SUM(CASE WHEN guests IS NULL THEN 1 ELSE 0 END) AS without_nonlocal,
  SUM(CASE WHEN delegates_assumed THEN 1 ELSE 0 END) AS delegates_assumed,
  SUM(CASE WHEN method = 'estimate' THEN 1 ELSE 0 END) AS estimated
FROM event_amounts
GROUP BY data_year, member_id, state, public
