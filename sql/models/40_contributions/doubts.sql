-- title: Doubts
-- grain: one row per value that is possible but unlikely, in a file in force
-- unit: none
-- formula: value: a cell beyond its limit, told by check; volunteer_month: rows of one volunteer in one month that add up
--    beyond it; member_year: a member's sum many times its largest year before; network_row: a row that is most of a
--    network's figure. A row is told once, as the first of these that fits. file: it has fewer than the limit of the ids of
--    the file that it replaced (of hours: of its entries, by who, month and activity), as a second half-year that was sent alone
-- sources: raw_problems, submissions, plausible, contributions, volunteer_hours, exchanges, events, trade_contacts, budgets,
--    confirmed, raw_submissions, raw_exchanges, raw_events, raw_trade_contacts, raw_budgets, raw_surveys,
--    raw_volunteer_hours
-- zone: protected
-- key: submission_id, source_row, kind, column_name
-- columns:
--    kind VARCHAR: value, volunteer_month, member_year, network_row or file
--    data_year INTEGER: the reporting year
--    member_id VARCHAR: the member
--    dataset VARCHAR: what the file reports
--    submission_id VARCHAR: the file
--    source_row INTEGER: the row in it; of a sum its largest; null for a whole file
--    row_key VARCHAR: the row's id, else row and its number, else file
--    column_name VARCHAR: the column, or the measure of a sum
--    value VARCHAR: the cell as written, or the sum; of a file how many ids it kept
--    value_compared VARCHAR: the same as it is compared with confirmed
--    message VARCHAR: what is unlikely
--    confirmed_by VARCHAR: who settled it with the city; null = it is open
WITH
limits AS (
  SELECT
    column_name,
    compared,
    CAST(unlikely_from AS DECIMAL(12,4)) AS unlikely_from,
    CAST(only_from AS DECIMAL(12,4)) AS only_from
  FROM plausible
),
told_by_check AS (
  SELECT p.submission_id, p.source_row, p.column_name, MIN(p.value) AS value, MIN(p.message) AS message
  FROM raw_problems AS p
  JOIN submissions AS s ON s.submission_id = p.submission_id
  WHERE p.code = 'doubt' AND s.status = 'in_force'
  GROUP BY p.submission_id, p.source_row, p.column_name
),
months AS (
  SELECT v.member_id, v.data_year, v.volunteer_key, v.month, SUM(v.hours) AS hours, COUNT(*) AS number
  FROM volunteer_hours AS v
  JOIN limits AS l ON l.compared = 'volunteer_month'
  WHERE v.volunteer_key IS NOT NULL AND LENGTH(v.month) = 7
  GROUP BY v.member_id, v.data_year, v.volunteer_key, v.month, l.unlikely_from
  HAVING SUM(v.hours) >= l.unlikely_from AND MAX(v.hours) < l.unlikely_from
),
volunteer_months AS (
  SELECT
    v.submission_id,
    v.source_row,
    m.hours,
    m.number,
    ROW_NUMBER() OVER (
      PARTITION BY m.member_id, m.data_year, m.volunteer_key, m.month ORDER BY v.hours DESC, v.submission_id, v.source_row
    ) AS place
  FROM months AS m
  JOIN volunteer_hours AS v
    ON v.member_id = m.member_id AND v.data_year = m.data_year AND v.volunteer_key = m.volunteer_key AND v.month = m.month
),
sums AS (
  SELECT metric_id, member_id, data_year, SUM(central) AS total, COUNT(*) AS number
  FROM contributions
  WHERE central > 0 AND metric_id IN (SELECT column_name FROM limits WHERE compared IN ('member_year', 'network_row'))
  GROUP BY metric_id, member_id, data_year
),
networks AS (
  SELECT metric_id, data_year, SUM(total) AS network, SUM(number) AS number
  FROM sums
  GROUP BY metric_id, data_year
),
history AS (
  SELECT
    s.metric_id,
    s.member_id,
    s.data_year,
    s.total,
    n.network,
    MAX(s.total) OVER (
      PARTITION BY s.metric_id, s.member_id ORDER BY s.data_year ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS earlier
  FROM sums AS s
  JOIN networks AS n ON n.metric_id = s.metric_id AND n.data_year = s.data_year
),
jumps AS (
  SELECT h.metric_id, h.member_id, h.data_year, h.total, h.earlier
  FROM history AS h
  JOIN limits AS l ON l.compared = 'member_year' AND l.column_name = h.metric_id
  WHERE h.total >= h.earlier * l.unlikely_from AND h.total >= h.network * l.only_from
),
-- The largest row of the sum is the first to look at.
largest AS (
  SELECT
    j.metric_id,
    j.total,
    j.earlier,
    c.submission_id,
    c.source_row,
    ROW_NUMBER() OVER (
      PARTITION BY j.metric_id, j.member_id, j.data_year ORDER BY c.central DESC, c.submission_id, c.source_row
    ) AS place
  FROM jumps AS j
  JOIN contributions AS c ON c.metric_id = j.metric_id AND c.member_id = j.member_id AND c.data_year = j.data_year
  WHERE c.central > 0
),
shares AS (
  SELECT c.metric_id, c.submission_id, c.source_row, c.central, n.network
  FROM networks AS n
  JOIN limits AS l ON l.compared = 'network_row' AND l.column_name = n.metric_id
  JOIN contributions AS c ON c.metric_id = n.metric_id AND c.data_year = n.data_year
  WHERE n.number >= l.only_from AND c.central >= n.network * l.unlikely_from
),
-- What files in force took the place of: one file, or the parts of a year.
replacing AS (
  SELECT
    n.submission_id,
    b.submission_id AS before_id,
    b.file AS before_file,
    CAST(b.received_at AS DATE) AS before_day,
    b.rows_accepted AS before_rows,
    n.member_id,
    n.data_year,
    n.dataset
  FROM raw_submissions AS b
  JOIN submissions AS n ON n.submission_id = b.replaced_by
  WHERE b.status = 'superseded' AND b.rows_accepted > 0 AND n.status = 'in_force' AND n.member_id IS NOT NULL
),
-- All files of the years in question, those that were replaced and those that stand.
concerned AS (
  SELECT before_id AS submission_id FROM replacing
  UNION
  SELECT s.submission_id
  FROM submissions AS s
  JOIN replacing AS r ON r.member_id = s.member_id AND r.data_year = s.data_year AND r.dataset = s.dataset
  WHERE s.status = 'in_force'
),
all_ids AS (
  SELECT submission_id, source_row, LOWER(exchange_id) AS id FROM raw_exchanges
  UNION ALL
  SELECT submission_id, source_row, LOWER(event_id) FROM raw_events
  UNION ALL
  SELECT submission_id, source_row, CONCAT(LOWER(contact_id), ';', stage) FROM raw_trade_contacts
  UNION ALL
  SELECT submission_id, source_row, LOWER(line_id) FROM raw_budgets
  UNION ALL
  SELECT submission_id, source_row, CONCAT(exchange_id_key, ';', respondent_key, ';', wave) FROM raw_surveys
  UNION ALL
  -- Hours have no id: who, when and what for tells their rows apart; a corrected number is the same row.
  SELECT
    submission_id,
    source_row,
    CONCAT(COALESCE(volunteer_key, CAST(volunteers AS VARCHAR), ''), ';', COALESCE(month, ''), ';', COALESCE(activity, ''))
  FROM raw_volunteer_hours
),
concerned_ids AS (
  SELECT a.submission_id, a.source_row, a.id FROM all_ids AS a JOIN concerned AS c ON c.submission_id = a.submission_id
),
-- The ids that stand today, in whichever part.
standing_ids AS (
  SELECT DISTINCT s.member_id, s.data_year, s.dataset, i.id
  FROM concerned_ids AS i
  JOIN submissions AS s ON s.submission_id = i.submission_id
  WHERE s.status = 'in_force'
),
-- Of several parts that one file replaced the first is named, with what all of them had.
replaced AS (
  SELECT
    submission_id,
    MIN(dataset) AS dataset,
    MIN(before_file) AS before_file,
    MAX(before_day) AS before_day,
    SUM(before_rows) AS before_rows,
    COUNT(*) AS number
  FROM replacing
  GROUP BY submission_id
),
carried AS (
  SELECT
    r.submission_id,
    b.source_row,
    n.id IS NOT NULL AS kept
  FROM replacing AS r
  JOIN concerned_ids AS b ON b.submission_id = r.before_id
  LEFT JOIN standing_ids AS n
    ON n.member_id = r.member_id AND n.data_year = r.data_year AND n.dataset = r.dataset AND n.id = b.id
),
counted AS (
  SELECT
    submission_id,
    source_row,
    kept,
    COUNT(*) OVER (PARTITION BY submission_id) AS ids,
    SUM(CASE WHEN kept THEN 1 ELSE 0 END) OVER (PARTITION BY submission_id) AS kept_ids,
    ROW_NUMBER() OVER (PARTITION BY submission_id, kept ORDER BY source_row) AS place
  FROM carried
),
files AS (
  SELECT
    c.submission_id,
    CONCAT(
      MIN(r.before_file),
      CASE WHEN MIN(r.number) > 1 THEN ', …' ELSE '' END
    ) AS before_file,
    MIN(r.before_day) AS before_day,
    CAST(MIN(r.before_rows) AS BIGINT) AS before_rows,
    CAST(c.ids AS BIGINT) AS ids,
    CAST(c.kept_ids AS BIGINT) AS kept_ids,
    CASE WHEN MIN(r.dataset) = 'volunteer_hours' THEN 'entries' ELSE 'ids' END AS entries,
    MAX(CASE WHEN c.place = 1 AND NOT c.kept THEN c.source_row END) AS first_row,
    MAX(CASE WHEN c.place = 2 AND NOT c.kept THEN c.source_row END) AS second_row,
    MAX(CASE WHEN c.place = 3 AND NOT c.kept THEN c.source_row END) AS third_row
  FROM counted AS c
  JOIN replaced AS r ON r.submission_id = c.submission_id
  JOIN limits AS l ON l.compared = 'replaced_file'
  WHERE CAST(c.kept_ids AS DECIMAL(18,4)) < CAST(c.ids AS DECIMAL(18,4)) * l.unlikely_from
  GROUP BY c.submission_id, c.ids, c.kept_ids
),
found AS (
  SELECT 1 AS rank, 'value' AS kind, submission_id, source_row, column_name, value, message
  FROM told_by_check
  UNION ALL
  SELECT 2, 'volunteer_month', submission_id, source_row, 'hours', CAST(CAST(hours AS DECIMAL(12,2)) AS VARCHAR),
    CONCAT(
      'hours of one volunteer in one month add up to ', CAST(CAST(hours AS DECIMAL(12,2)) AS VARCHAR), ', in ',
      CAST(number AS VARCHAR), ' rows'
    )
  FROM volunteer_months
  WHERE place = 1
  UNION ALL
  SELECT 3, 'member_year', submission_id, source_row, metric_id, CAST(CAST(total AS DECIMAL(24,2)) AS VARCHAR),
    CONCAT(
      metric_id, ' of the year adds up to ', CAST(CAST(total AS DECIMAL(24,2)) AS VARCHAR), ', ',
      CAST(ratio2(CAST(total AS DECIMAL(30,6)), CAST(earlier AS DECIMAL(30,6))) AS VARCHAR),
      ' times the largest year before; this row is the largest'
    )
  FROM largest
  WHERE place = 1
  UNION ALL
  SELECT 4, 'network_row', submission_id, source_row, metric_id, CAST(CAST(central AS DECIMAL(24,2)) AS VARCHAR),
    CONCAT(
      metric_id, ' of this row is ', CAST(CAST(central AS DECIMAL(24,2)) AS VARCHAR), ', ',
      CAST(
        CAST(ratio4(CAST(central AS DECIMAL(30,6)), CAST(network AS DECIMAL(30,6))) * 100 AS DECIMAL(5,2)) AS VARCHAR
      ),
      '% of what the whole network reported'
    )
  FROM shares
  UNION ALL
  SELECT 5, 'file', submission_id, CAST(NULL AS INTEGER), 'file',
    CONCAT(CAST(kept_ids AS VARCHAR), ' of ', CAST(ids AS VARCHAR)),
    CONCAT(
      'The file has ', CAST(kept_ids AS VARCHAR), ' of the ', CAST(ids AS VARCHAR), ' ', entries, ' of the file that it replaced (',
      before_file, ' of ', CAST(before_day AS VARCHAR), ', ', CAST(before_rows AS VARCHAR),
      CASE WHEN before_rows = 1 THEN ' row' ELSE ' rows' END, '); rows gone: ', CAST(first_row AS VARCHAR),
      CASE WHEN second_row IS NULL THEN '' ELSE CONCAT(', ', CAST(second_row AS VARCHAR)) END,
      CASE WHEN third_row IS NULL THEN '' ELSE CONCAT(', ', CAST(third_row AS VARCHAR)) END,
      CASE WHEN ids - kept_ids > 3 THEN ', …' ELSE '' END
    )
  FROM files
),
-- Each cell that check has told; else one thing of a row, the first that fits.
chosen AS (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY submission_id, source_row ORDER BY rank, column_name) AS place
  FROM found
),
ids AS (
  SELECT submission_id, source_row, exchange_id AS id FROM exchanges
  UNION ALL
  SELECT submission_id, source_row, event_id FROM events
  UNION ALL
  SELECT submission_id, source_row, CONCAT(contact_id, ' ', stage) FROM trade_contacts
  UNION ALL
  SELECT submission_id, source_row, line_id FROM budgets
),
keyed AS (
  SELECT
    f.kind,
    s.data_year,
    s.member_id,
    s.dataset,
    f.submission_id,
    f.source_row,
    COALESCE(i.id, CASE WHEN f.source_row IS NULL THEN 'file' ELSE CONCAT('row ', CAST(f.source_row AS VARCHAR)) END) AS row_key,
    f.column_name,
    f.value,
    compared_value(f.value) AS value_compared,
    f.message
  FROM chosen AS f
  JOIN submissions AS s ON s.submission_id = f.submission_id
  LEFT JOIN ids AS i ON i.submission_id = f.submission_id AND i.source_row = f.source_row
  WHERE f.rank = 1 OR f.place = 1
),
settled AS (
  SELECT data_year, member_id, dataset, row_key, column_name, value_compared, MIN(confirmed_by) AS confirmed_by
  FROM confirmed
  GROUP BY data_year, member_id, dataset, row_key, column_name, value_compared
)

SELECT
  k.kind,
  k.data_year,
  k.member_id,
  k.dataset,
  k.submission_id,
  k.source_row,
  k.row_key,
  k.column_name,
  k.value,
  k.value_compared,
  k.message,
  c.confirmed_by
FROM keyed AS k
LEFT JOIN settled AS c
  ON c.data_year = k.data_year
  AND c.member_id = k.member_id
  AND c.dataset = k.dataset
  AND c.row_key = REPLACE(LOWER(k.row_key), '/', ' ')
  AND c.column_name = LOWER(k.column_name)
  AND c.value_compared = k.value_compared
