-- title: Reporting
-- grain: one row per member year and submitted dataset
-- unit: as each column says
-- formula: member_status with what staff asks next: how late, how much was rejected, what is in doubt, how much it was last
--    year, and whether a dataset has gone quiet: silent now, and reported in each of the two years before
-- sources: member_status, members, findings, submissions, unread_files
-- zone: protected
-- key: data_year, member_id, dataset
-- columns:
--    data_year INTEGER: the reporting year
--    member_id VARCHAR: the member
--    name VARCHAR: its name
--    state VARCHAR: its state
--    expected BOOLEAN: it counts for coverage
--    dataset VARCHAR: what is reported
--    status VARCHAR: reported, nothing_to_report, conflict, unusable, empty, silent or not_expected
--    file VARCHAR: path in the inbox; null = none
--    received_at TIMESTAMP: when it came; null = it did not
--    due_date DATE: last day in time; null = the calendar gives none
--    days_late INTEGER: days after the due date, negative before it; null = no file or no due date
--    rows_read BIGINT: rows in the file
--    rows_rejected BIGINT: rows with an error
--    rejected_share DECIMAL(9,4): the same as part of the rows read; null = no rows
--    rows_last_year BIGINT: rows of the file of the year before; null = none
--    doubts BIGINT: values in doubt that are neither corrected nor confirmed
--    gone_quiet BOOLEAN: silent, and reported in each of the two years before
--    unread_files BIGINT: files in the member's folder of that year that were not read, whatever they hold
--    unread_file VARCHAR: the first of them; null = none
WITH
open_doubts AS (
  SELECT data_year, member_id, dataset, COUNT(*) AS doubts
  FROM findings
  WHERE status = 'open'
  GROUP BY data_year, member_id, dataset
),
all_unread AS (
  SELECT data_year, member_id, dataset, file FROM unread_files WHERE sheet IS NULL
  UNION
  SELECT data_year, member_id, dataset, file FROM submissions WHERE dataset IS NULL AND member_id IS NOT NULL AND status <> 'superseded'
),
unread AS (
  SELECT data_year, LOWER(member_id) AS member, COUNT(DISTINCT file) AS unread_files, MIN(file) AS unread_file
  FROM all_unread
  GROUP BY data_year, LOWER(member_id)
)

SELECT
  s.data_year,
  s.member_id,
  m.name,
  s.state,
  s.expected,
  s.dataset,
  s.status,
  s.file,
  s.received_at,
  s.due_date,
  CASE WHEN s.due_date IS NOT NULL AND s.received_at IS NOT NULL THEN CAST(days_between(s.due_date, CAST(s.received_at AS DATE)) AS INTEGER) END
    AS days_late,
  s.rows_read,
  s.rows_rejected,
  CASE
    WHEN s.rows_read > 0 THEN ratio4(CAST(s.rows_rejected AS DECIMAL(30,6)), CAST(s.rows_read AS DECIMAL(30,6)))
  END AS rejected_share,
  before.rows_read AS rows_last_year,
  COALESCE(d.doubts, 0) AS doubts,
  s.status = 'silent' AND COALESCE(before.reported, FALSE) AND COALESCE(earlier.reported, FALSE) AS gone_quiet,
  COALESCE(u.unread_files, 0) AS unread_files,
  u.unread_file
FROM member_status AS s
JOIN members AS m ON m.member_id = s.member_id
LEFT JOIN member_status AS before
  ON before.member_id = s.member_id AND before.dataset = s.dataset AND before.data_year = s.data_year - 1
LEFT JOIN member_status AS earlier
  ON earlier.member_id = s.member_id AND earlier.dataset = s.dataset AND earlier.data_year = s.data_year - 2
LEFT JOIN open_doubts AS d ON d.data_year = s.data_year AND d.member_id = s.member_id AND d.dataset = s.dataset
LEFT JOIN unread AS u ON u.data_year = s.data_year AND u.member = LOWER(s.member_id)
