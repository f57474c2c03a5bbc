-- title: Reciprocity
-- grain: one row per side, data year, level and key
-- unit: ratio, 0 to 1
-- formula: 1 − abs(in − out) ÷ (in + out) over the 3 data years that end with the year, virtual left out, rounded half up
--    to four decimals; null when in + out < 10, and for a member or tie without a full window
-- sources: totals, level_reports
-- zone: protected
-- key: measure, data_year, level, key
-- columns:
--    measure VARCHAR: people or person_nights
--    data_year INTEGER: the year that the window ends with
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
--    total_in DECIMAL(28,4): inbound over the window
--    total_out DECIMAL(28,4): outbound over the window
--    ratio DECIMAL(28,4): reciprocity
--    n BIGINT: members with a full window
--    status VARCHAR: value, not_known, not_reported or not_applicable
WITH
sides AS (
  SELECT
    measure,
    data_year,
    level,
    key,
    SUM(CASE WHEN part = 'inbound' THEN central END) AS came,
    SUM(CASE WHEN part = 'outbound' THEN central END) AS went
  FROM totals
  WHERE measure IN ('people', 'person_nights') AND part IN ('inbound', 'outbound')
  GROUP BY measure, data_year, level, key
),
windows AS (
  SELECT
    measure,
    data_year,
    level,
    key,
    COALESCE(SUM(came) OVER three_years, 0) AS total_in,
    COALESCE(SUM(went) OVER three_years, 0) AS total_out
  FROM sides
  WINDOW three_years AS (PARTITION BY measure, level, key ORDER BY data_year RANGE BETWEEN 2 PRECEDING AND CURRENT ROW)
),
judged AS (
  SELECT
    w.*,
    r.full_3,
    CASE
      WHEN w.level IN ('member', 'partnership') AND r.full_3 = 0 THEN 'not_known'
      WHEN w.total_in + w.total_out >= 10 THEN 'value'
      WHEN r.reported_3 = 0 THEN 'not_reported'
      ELSE 'not_applicable'
    END AS status
  FROM windows AS w
  JOIN level_reports AS r
    ON r.data_year = w.data_year AND r.level = w.level AND r.key = w.key AND r.dataset = 'exchanges'
)

SELECT
  measure,
  data_year,
  level,
  key,
  total_in,
  total_out,
  CASE
    WHEN status = 'value'
      THEN ratio4(
        CAST(total_in + total_out - ABS(total_in - total_out) AS DECIMAL(30,6)),
        CAST(total_in + total_out AS DECIMAL(30,6))
      )
  END AS ratio,
  full_3 AS n,
  status
FROM judged
