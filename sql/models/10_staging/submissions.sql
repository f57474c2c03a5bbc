-- title: Submissions
-- grain: one row per file received (one sheet of a workbook)
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means
-- sources: raw_submissions, datasets
-- zone: protected
-- key: submission_id
-- columns:
--    submission_id VARCHAR: made from content, member, year and dataset
--    file VARCHAR: path in the inbox
--    sheet VARCHAR: sheet of a workbook; null for a CSV
--    member_id VARCHAR: the member that sent it; null for the registry
--    data_year INTEGER: the reporting year; null for the registry
--    dataset VARCHAR: what it reports; null when not recognised
--    sha256 VARCHAR: of the bytes received
--    rows_read BIGINT: rows in the file, header and blank lines left out
--    rows_accepted BIGINT: rows that count
--    rows_rejected BIGINT: rows with an error
--    rows_duplicate BIGINT: rows equal to an earlier one
--    status VARCHAR: in_force, superseded, nothing_to_report, empty, unusable or conflict
--    received_at TIMESTAMP: when ingest first took it
--    optional BOOLEAN: nobody has to send it: a dataset that its contract calls optional, or a photo
SELECT
  s.submission_id,
  s.file,
  s.sheet,
  s.member_id,
  s.data_year,
  s.dataset,
  s.sha256,
  s.rows_read,
  s.rows_accepted,
  s.rows_rejected,
  s.rows_duplicate,
  s.status,
  s.received_at,
  -- What was not recognized may be anything that is owed.
  COALESCE(d.optional, s.dataset IS NOT NULL AND s.member_id IS NOT NULL) AS optional
FROM raw_submissions AS s
LEFT JOIN datasets AS d ON d.dataset = s.dataset
