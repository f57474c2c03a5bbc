-- title: Partnership windows
-- grain: one row of the model partnership_years
-- unit: counts
-- formula: a window of n years ends with the data year; it is known when the member reported exchanges in each of them.
--    dormant = active, established before the window or at an unknown time, and nothing happened in it; mutual = people
--    both in and out in 3 years, whatever the tie's status
-- sources: partnership_years, member_windows
-- zone: protected
-- key: data_year, partnership_id, whole
-- columns:
--    data_year INTEGER: the year that the windows end with
--    partnership_id VARCHAR: the tie
--    whole BOOLEAN: with the rows held back, for state and network; else without, for all levels below
--    member_id VARCHAR: its member
--    state VARCHAR: the member's state
--    partner_country VARCHAR: the partner's country
--    expected BOOLEAN: its member is expected
--    active BOOLEAN: it counts as an active tie
--    is_new BOOLEAN: established in this year
--    is_ended BOOLEAN: ended in this year
--    full_2 BOOLEAN: the window of 2 years is known
--    full_3 BOOLEAN: the window of 3 years is known
--    full_5 BOOLEAN: the window of 5 years is known
--    dormant_2 BOOLEAN: dormant for 2 years, as far as reported
--    dormant_5 BOOLEAN: dormant for 5 years, as far as reported
--    mutual_3 BOOLEAN: people in and out in 3 years
--    active_5 BIGINT: years of the last 5 with an exchange, event or trade contact
WITH
acted AS (
  SELECT y.*, CASE WHEN y.exchanges + y.events + y.contacts > 0 THEN 1 ELSE 0 END AS acted FROM partnership_years AS y
),
windows AS (
  SELECT
    a.*,
    SUM(acted) OVER (PARTITION BY partnership_id, whole ORDER BY data_year RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) AS active_2,
    SUM(acted) OVER (PARTITION BY partnership_id, whole ORDER BY data_year RANGE BETWEEN 4 PRECEDING AND CURRENT ROW) AS active_5,
    SUM(people_in) OVER (PARTITION BY partnership_id, whole ORDER BY data_year RANGE BETWEEN 2 PRECEDING AND CURRENT ROW) AS in_3,
    SUM(people_out) OVER (PARTITION BY partnership_id, whole ORDER BY data_year RANGE BETWEEN 2 PRECEDING AND CURRENT ROW) AS out_3
  FROM acted AS a
)

SELECT
  w.data_year,
  w.partnership_id,
  w.whole,
  w.member_id,
  w.state,
  w.partner_country,
  w.expected,
  w.active,
  w.is_new,
  w.is_ended,
  m.full_2,
  m.full_3,
  m.full_5,
  w.active AND COALESCE(w.established < w.data_year - 1, TRUE) AND w.active_2 = 0 AS dormant_2,
  w.active AND COALESCE(w.established < w.data_year - 4, TRUE) AND w.active_5 = 0 AS dormant_5,
  w.expected AND w.in_3 > 0 AND w.out_3 > 0 AS mutual_3,
  w.active_5
FROM windows AS w
JOIN member_windows AS m ON m.member_id = w.member_id AND m.data_year = w.data_year
