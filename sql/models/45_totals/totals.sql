-- title: Totals
-- grain: one row per measure, part, data year, level and key, also where nothing happened
-- unit: that of the measure
-- formula: sums of contributions; 0 where the dataset was reported and holds nothing; null where no member that the key
--    covers reported it (not_reported), or where all amounts lack a parameter (not_computed). What a row may leave empty
--    is not reported where there are rows and none has it: young people of exchanges, guests of events, values of deals
-- sources: measures, contribution_cells, level_reports, levels
-- zone: protected
-- key: measure, part, data_year, level, key
-- columns:
--    measure VARCHAR: metric_id of contributions
--    part VARCHAR: the part summed, or all
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
--    low DECIMAL(28,4): low
--    central DECIMAL(28,4): central
--    high DECIMAL(28,4): high
--    n BIGINT: contributions with an amount
--    status VARCHAR: value, not_reported or not_computed
--    rows_not_computed BIGINT: contributions without an amount
WITH
parts AS (
  SELECT c.*, m.measure, m.part AS summed
  FROM contribution_cells AS c
  JOIN measures AS m ON m.measure = c.metric_id AND (m.part = 'all' OR m.part = c.part)
),
keyed AS (
  SELECT
    p.measure,
    p.summed,
    p.data_year,
    l.level,
    level_key(l.level, p.public, p.state, p.member_id, p.partnership_id, p.partner_country, p.purpose) AS key,
    p.low,
    p.central,
    p.high,
    p.computed,
    p.not_computed
  FROM parts AS p
  CROSS JOIN levels AS l
),
sums AS (
  SELECT
    measure,
    summed,
    data_year,
    level,
    key,
    SUM(low) AS low,
    SUM(central) AS central,
    SUM(high) AS high,
    SUM(computed) AS computed,
    SUM(not_computed) AS not_computed
  FROM keyed
  WHERE key IS NOT NULL
  GROUP BY measure, summed, data_year, level, key
),
-- What a row may leave empty: where rows are there and none of them has it, nobody has reported it.
optional AS (
  SELECT measure, rows_of, rows_part
  FROM (VALUES
    ('youth', 'people', 'all'),
    ('officials', 'people', 'all'),
    ('first_time', 'people', 'all'),
    ('event_spend_direct', 'events', 'all'),
    ('event_spend_indirect', 'events', 'all'),
    ('event_spend_induced', 'events', 'all'),
    ('local_tax', 'events', 'all'),
    ('trade_value_reported', 'trade_stage', 'deal'),
    ('trade_value_attributed', 'trade_stage', 'deal')
  ) AS o(measure, rows_of, rows_part)
),
cells AS (
  SELECT
    m.measure,
    m.part,
    r.data_year,
    r.level,
    r.key,
    CASE
      WHEN a.computed IS NULL THEN r.reported
      -- The tax of visitors is known all the same.
      WHEN m.measure = 'local_tax' THEN x.reported
      ELSE 0
    END AS reported,
    s.low,
    s.central,
    s.high,
    COALESCE(s.computed, 0) AS computed,
    COALESCE(s.not_computed, 0) AS not_computed
  FROM measures AS m
  JOIN level_reports AS r
    ON r.dataset = m.dataset
    AND (m.by_tie OR r.level NOT IN ('partnership', 'partner_country'))
    AND (m.by_purpose OR r.level <> 'purpose')
  LEFT JOIN sums AS s
    ON s.measure = m.measure AND s.summed = m.part AND s.data_year = r.data_year AND s.level = r.level AND s.key = r.key
  LEFT JOIN optional AS o ON o.measure = m.measure
  LEFT JOIN sums AS a
    ON a.measure = o.rows_of AND a.summed = o.rows_part AND a.data_year = r.data_year AND a.level = r.level AND a.key = r.key
  LEFT JOIN level_reports AS x
    ON x.dataset = 'exchanges' AND x.data_year = r.data_year AND x.level = r.level AND x.key = r.key
)

SELECT
  measure,
  part,
  data_year,
  level,
  key,
  CASE WHEN computed > 0 THEN low WHEN not_computed = 0 AND reported > 0 THEN 0 END AS low,
  CASE WHEN computed > 0 THEN central WHEN not_computed = 0 AND reported > 0 THEN 0 END AS central,
  CASE WHEN computed > 0 THEN high WHEN not_computed = 0 AND reported > 0 THEN 0 END AS high,
  computed AS n,
  CASE WHEN computed > 0 THEN 'value' WHEN not_computed > 0 THEN 'not_computed' WHEN reported > 0 THEN 'value' ELSE 'not_reported' END AS status,
  not_computed AS rows_not_computed
FROM cells
