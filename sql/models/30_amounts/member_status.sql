-- title: Member status
-- grain: one row per member year and dataset that is asked for
-- unit: none
-- formula: the best of the files that stand: in force, nothing to report, conflict, unusable, empty; without a file
--    silent when expected, else not_expected; late = received after the due date
-- sources: member_years, datasets, submissions, calendar
-- zone: tables
-- key: data_year, member_id, dataset
-- columns:
--    data_year INTEGER: the reporting year
--    member_id VARCHAR: the member
--    state VARCHAR: its state
--    expected BOOLEAN: it counts for coverage
--    dataset VARCHAR: one that its contract does not call optional
--    status VARCHAR: reported, nothing_to_report, conflict, unusable, empty, silent or not_expected
--    reported BOOLEAN: at least one row in force, or nothing to report
--    file VARCHAR: path in the inbox, of a year in parts the one that came last; null = none
--    received_at TIMESTAMP: when it came; null = it did not
--    due_date DATE: last day in time; null = the calendar gives none
--    late BOOLEAN: it came after that day; null = no file or no due date
--    rows_read BIGINT: rows in the file, or in the parts of the year
--    rows_rejected BIGINT: of these, rows with an error
WITH
placed AS (
  SELECT
    member_id,
    data_year,
    dataset,
    status,
    file,
    received_at,
    SUM(rows_read) OVER (PARTITION BY member_id, data_year, dataset, status) AS rows_read,
    SUM(rows_rejected) OVER (PARTITION BY member_id, data_year, dataset, status) AS rows_rejected,
    submission_id,
    CASE status WHEN 'in_force' THEN 1 WHEN 'nothing_to_report' THEN 2 WHEN 'conflict' THEN 3 WHEN 'unusable' THEN 4 ELSE 5 END AS place
  FROM submissions
  WHERE status <> 'superseded'
),
standing AS (
  SELECT *
  FROM placed
  QUALIFY ROW_NUMBER() OVER (
    PARTITION BY member_id, data_year, dataset ORDER BY place, received_at DESC NULLS LAST, submission_id
  ) = 1
)

SELECT
  m.data_year,
  m.member_id,
  m.state,
  m.expected,
  d.dataset,
  CASE
    WHEN s.status = 'in_force' THEN 'reported'
    WHEN s.status IS NOT NULL THEN s.status
    WHEN m.expected THEN 'silent'
    ELSE 'not_expected'
  END AS status,
  COALESCE(s.place, 9) <= 2 AS reported,
  s.file,
  s.received_at,
  c.due_date,
  CAST(s.received_at AS DATE) > c.due_date AS late,
  CAST(s.rows_read AS BIGINT) AS rows_read,
  CAST(s.rows_rejected AS BIGINT) AS rows_rejected
FROM member_years AS m
JOIN datasets AS d ON NOT d.optional
LEFT JOIN standing AS s ON s.member_id = m.member_id AND s.data_year = m.data_year AND s.dataset = d.dataset
LEFT JOIN calendar AS c ON c.data_year = m.data_year
