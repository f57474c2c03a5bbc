-- title: Contributions
-- grain: one row per submitted row and additive metric
-- unit: that of the metric: a count, nights, hours or U.S. dollars
-- formula: each amount of the rows of the layer below, in its own row; nothing is added up here
-- sources: exchange_amounts, event_amounts, volunteer_amounts, trade_amounts, budgets
-- zone: protected
-- key: metric_id, submission_id, source_row
-- sorted: no
-- columns:
--    metric_id VARCHAR: what is counted
--    data_year INTEGER: the year in which it took place
--    member_id VARCHAR: the member that reported it
--    state VARCHAR: its state
--    partnership_id VARCHAR: the tie; an event's own, else its exchange's; null = none
--    partner_country VARCHAR: the partner's country; null = none
--    purpose VARCHAR: one of the nine; null where not applicable
--    direction VARCHAR: of exchanges; null elsewhere
--    category VARCHAR: lodging of inbound nights, visitor or event of tax, counting method, activity, trade stage, funder
--    detail VARCHAR: evidence of trade, cost category
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it
--    low DECIMAL(24,2): low; null = not computed, a parameter is missing
--    central DECIMAL(24,2): central
--    high DECIMAL(24,2): high
WITH
exchange_rows AS (
  SELECT
    m.metric_id,
    x.data_year,
    x.member_id,
    x.state,
    x.partnership_id,
    x.partner_country,
    x.purpose,
    x.direction,
    CASE WHEN m.metric_id = 'person_nights' THEN x.lodging WHEN m.metric_id = 'local_tax' THEN 'visitor' END AS category,
    CAST(NULL AS VARCHAR) AS detail,
    x.submission_id,
    x.source_row,
    CASE m.metric_id
      WHEN 'exchanges' THEN CAST(1 AS DECIMAL(24,2))
      WHEN 'people' THEN x.people
      WHEN 'youth' THEN x.youth
      WHEN 'officials' THEN x.officials
      WHEN 'first_time' THEN x.first_time
      WHEN 'person_nights' THEN x.person_nights
      WHEN 'visitor_spend_gross' THEN x.gross_low
      WHEN 'visitor_spend_new' THEN x.new_low
      WHEN 'visitor_spend_direct' THEN x.direct_low
      WHEN 'visitor_spend_indirect' THEN x.indirect_low
      WHEN 'visitor_spend_induced' THEN x.induced_low
      WHEN 'local_tax' THEN x.tax_low
    END AS low,
    CASE m.metric_id
      WHEN 'exchanges' THEN CAST(1 AS DECIMAL(24,2))
      WHEN 'people' THEN x.people
      WHEN 'youth' THEN x.youth
      WHEN 'officials' THEN x.officials
      WHEN 'first_time' THEN x.first_time
      WHEN 'person_nights' THEN x.person_nights
      WHEN 'visitor_spend_gross' THEN x.gross_central
      WHEN 'visitor_spend_new' THEN x.new_central
      WHEN 'visitor_spend_direct' THEN x.direct_central
      WHEN 'visitor_spend_indirect' THEN x.indirect_central
      WHEN 'visitor_spend_induced' THEN x.induced_central
      WHEN 'local_tax' THEN x.tax_central
    END AS central,
    CASE m.metric_id
      WHEN 'exchanges' THEN CAST(1 AS DECIMAL(24,2))
      WHEN 'people' THEN x.people
      WHEN 'youth' THEN x.youth
      WHEN 'officials' THEN x.officials
      WHEN 'first_time' THEN x.first_time
      WHEN 'person_nights' THEN x.person_nights
      WHEN 'visitor_spend_gross' THEN x.gross_high
      WHEN 'visitor_spend_new' THEN x.new_high
      WHEN 'visitor_spend_direct' THEN x.direct_high
      WHEN 'visitor_spend_indirect' THEN x.indirect_high
      WHEN 'visitor_spend_induced' THEN x.induced_high
      WHEN 'local_tax' THEN x.tax_high
    END AS high
  FROM exchange_amounts AS x
  CROSS JOIN (VALUES
    ('exchanges'), ('people'), ('youth'), ('officials'), ('first_time'), ('person_nights'),
    ('visitor_spend_gross'), ('visitor_spend_new'), ('visitor_spend_direct'), ('visitor_spend_indirect'), ('visitor_spend_induced'), ('local_tax')
  ) AS m(metric_id)
  WHERE CASE m.metric_id
      WHEN 'exchanges' THEN TRUE
      WHEN 'people' THEN TRUE
      WHEN 'youth' THEN x.youth IS NOT NULL
      WHEN 'officials' THEN x.officials IS NOT NULL
      WHEN 'first_time' THEN x.first_time IS NOT NULL
      WHEN 'person_nights' THEN x.person_nights IS NOT NULL
      ELSE x.direction = 'inbound'
    END
),
event_rows AS (
  SELECT
    m.metric_id,
    e.data_year,
    e.member_id,
    e.state,
    e.partnership_id,
    e.partner_country,
    e.purpose,
    CAST(NULL AS VARCHAR) AS direction,
    CASE
      WHEN m.metric_id IN ('attendance', 'event_spend_direct', 'event_spend_indirect', 'event_spend_induced') THEN e.method
      WHEN m.metric_id = 'local_tax' THEN 'event'
    END AS category,
    CAST(NULL AS VARCHAR) AS detail,
    e.submission_id,
    e.source_row,
    CASE m.metric_id
      WHEN 'events' THEN CAST(1 AS DECIMAL(24,2))
      WHEN 'attendance' THEN e.attendance
      WHEN 'event_spend_direct' THEN e.direct_low
      WHEN 'event_spend_indirect' THEN e.indirect_low
      WHEN 'event_spend_induced' THEN e.induced_low
      WHEN 'local_tax' THEN e.tax_low
    END AS low,
    CASE m.metric_id
      WHEN 'events' THEN CAST(1 AS DECIMAL(24,2))
      WHEN 'attendance' THEN e.attendance
      WHEN 'event_spend_direct' THEN e.direct_central
      WHEN 'event_spend_indirect' THEN e.indirect_central
      WHEN 'event_spend_induced' THEN e.induced_central
      WHEN 'local_tax' THEN e.tax_central
    END AS central,
    CASE m.metric_id
      WHEN 'events' THEN CAST(1 AS DECIMAL(24,2))
      WHEN 'attendance' THEN e.attendance
      WHEN 'event_spend_direct' THEN e.direct_high
      WHEN 'event_spend_indirect' THEN e.indirect_high
      WHEN 'event_spend_induced' THEN e.induced_high
      WHEN 'local_tax' THEN e.tax_high
    END AS high
  FROM event_amounts AS e
  CROSS JOIN (VALUES
    ('events'), ('attendance'), ('event_spend_direct'), ('event_spend_indirect'), ('event_spend_induced'), ('local_tax')
  ) AS m(metric_id)
  WHERE m.metric_id IN ('events', 'attendance') OR e.guests IS NOT NULL
),
volunteer_rows AS (
  SELECT
    m.metric_id,
    v.data_year,
    v.member_id,
    v.state,
    v.activity,
    v.submission_id,
    v.source_row,
    CASE m.metric_id
      WHEN 'volunteer_hours' THEN v.hours
      WHEN 'volunteer_value' THEN v.value_low
    END AS low,
    CASE m.metric_id
      WHEN 'volunteer_hours' THEN v.hours
      WHEN 'volunteer_value' THEN v.value_central
    END AS central,
    CASE m.metric_id
      WHEN 'volunteer_hours' THEN v.hours
      WHEN 'volunteer_value' THEN v.value_high
    END AS high
  FROM volunteer_amounts AS v
  CROSS JOIN (VALUES ('volunteer_hours'), ('volunteer_value')) AS m(metric_id)
),
trade_rows AS (
  SELECT
    m.metric_id,
    t.data_year,
    t.member_id,
    t.state,
    t.partnership_id,
    t.partner_country,
    t.stage,
    t.evidence,
    t.submission_id,
    t.source_row,
    CASE m.metric_id
      WHEN 'trade_stage' THEN CAST(1 AS DECIMAL(24,2))
      WHEN 'trade_value_reported' THEN t.reported
      WHEN 'trade_value_attributed' THEN t.attributed
    END AS amount
  FROM trade_amounts AS t
  CROSS JOIN (VALUES ('trade_stage'), ('trade_value_reported'), ('trade_value_attributed')) AS m(metric_id)
  WHERE m.metric_id = 'trade_stage'
    OR (m.metric_id = 'trade_value_reported' AND t.valued)
    OR (m.metric_id = 'trade_value_attributed' AND t.shared)
),
cost_rows AS (
  SELECT b.data_year, b.member_id, y.state, b.funded_by, b.category, b.submission_id, b.source_row, b.amount_usd
  FROM budgets AS b
  JOIN member_years AS y ON y.member_id = b.member_id AND y.data_year = b.data_year
)

SELECT metric_id, data_year, member_id, state, partnership_id, partner_country, purpose, direction, category, detail,
  submission_id, source_row, low, central, high
FROM exchange_rows
UNION ALL
SELECT metric_id, data_year, member_id, state, partnership_id, partner_country, purpose, direction, category, detail,
  submission_id, source_row, low, central, high
FROM event_rows
UNION ALL
SELECT metric_id, data_year, member_id, state, NULL, NULL, NULL, NULL, activity, NULL,
  submission_id, source_row, low, central, high
FROM volunteer_rows
UNION ALL
SELECT metric_id, data_year, member_id, state, partnership_id, partner_country, NULL, NULL, stage, evidence,
  submission_id, source_row, amount, amount, amount
FROM trade_rows
UNION ALL
SELECT 'cost', data_year, member_id, state, NULL, NULL, NULL, NULL, funded_by, category,
  submission_id, source_row, amount_usd, amount_usd, amount_usd
FROM cost_rows
