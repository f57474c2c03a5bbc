-- title: Contribution cells
-- grain: one row per metric, part, data year, member, tie, purpose and whether it is public
-- unit: that of the metric
-- formula: sums of contributions at the finest grain that any level needs
-- sources: contributions
-- zone: protected
-- key: metric_id, part, data_year, member_id, state, partnership_id, partner_country, purpose, public
-- sorted: no
-- columns:
--    metric_id VARCHAR: what is counted
--    part VARCHAR: direction, trade stage or funder; null = the metric has no parts
--    data_year INTEGER: the year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
--    partnership_id VARCHAR: the tie; null = none
--    partner_country VARCHAR: the partner's country; null = none
--    purpose VARCHAR: one of the nine; null where not applicable
--    public BOOLEAN: it counts below the state, too
--    low DECIMAL(28,2): low; null = nothing computed
--    central DECIMAL(28,2): central
--    high DECIMAL(28,2): high
--    computed BIGINT: rows with an amount
--    not_computed BIGINT: rows without
WITH
parts AS (
  SELECT
    metric_id,
    CASE WHEN metric_id IN ('trade_stage', 'cost') THEN category ELSE direction END AS part,
    data_year,
    member_id,
    state,
    partnership_id,
    partner_country,
    purpose,
    public,
    low,
    central,
    high
  FROM contributions
)

SELECT
  metric_id,
  part,
  data_year,
  member_id,
  state,
  partnership_id,
  partner_country,
  purpose,
  public,
  SUM(low) AS low,
  SUM(central) AS central,
  SUM(high) AS high,
  COUNT(central) AS computed,
  COUNT(*) - COUNT(central) AS not_computed
FROM parts
GROUP BY metric_id, part, data_year, member_id, state, partnership_id, partner_country, purpose, public
