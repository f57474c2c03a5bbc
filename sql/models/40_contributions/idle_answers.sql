-- title: Answers that settle nothing
-- grain: one row per row of confirmed.csv or names.csv that no value in doubt and no name in a file fits
-- unit: none
-- formula: a confirmed value settles the doubt that has its year, member, dataset, row, column and value; a settled name
--    each cell that was read by it, now or in a file that was replaced since. A doubt is near that has four of the six, a
--    name that has two of column, member and text. A text that is hidden, cut at 80 characters, or holds what cannot be
--    seen, may be any. An organization that means itself is told apart from others, and settles what it is to
-- sources: confirmed, doubts, raw_names, raw_problems, raw_submissions, submissions
-- zone: protected
-- stored: no
-- columns:
--    submission_id VARCHAR: the file of the registry
--    source_row INTEGER: the row in it
--    column_name VARCHAR: the column that does not fit
--    value VARCHAR: what stands there
--    message VARCHAR: what is wrong
--    fix VARCHAR: what to write instead
WITH
idle_confirmed AS (
  SELECT c.*
  FROM confirmed AS c
  LEFT JOIN doubts AS d
    ON d.data_year = c.data_year
    AND d.member_id = c.member_id
    AND d.dataset = c.dataset
    AND REPLACE(LOWER(d.row_key), '/', ' ') = c.row_key
    AND LOWER(d.column_name) = c.column_name
    AND d.value_compared = c.value_compared
  WHERE d.submission_id IS NULL
),
compared AS (
  SELECT
    c.submission_id,
    c.source_row,
    CONCAT(
      CAST(d.data_year AS VARCHAR), ',', d.member_id, ',', d.dataset, ',', REPLACE(d.row_key, ',', ' '), ',', d.column_name, ',',
      CASE WHEN REPLACE(d.value, ',', '') = d.value THEN d.value ELSE CONCAT('"', d.value, '"') END
    ) AS near,
    CASE WHEN d.confirmed_by IS NULL THEN 0 ELSE 1 END AS is_settled,
    CASE WHEN d.data_year = c.data_year THEN 1 ELSE 0 END
      + CASE WHEN d.member_id = c.member_id THEN 1 ELSE 0 END
      + CASE WHEN d.dataset = c.dataset THEN 1 ELSE 0 END
      + CASE WHEN REPLACE(LOWER(d.row_key), '/', ' ') = c.row_key THEN 1 ELSE 0 END
      + CASE WHEN LOWER(d.column_name) = c.column_name THEN 1 ELSE 0 END
      + CASE WHEN d.value_compared = c.value_compared THEN 1 ELSE 0 END AS alike
  FROM idle_confirmed AS c
  CROSS JOIN doubts AS d
),
nearest AS (
  SELECT
    submission_id,
    source_row,
    near,
    ROW_NUMBER() OVER (PARTITION BY submission_id, source_row ORDER BY is_settled, alike DESC, near) AS place
  FROM compared
  WHERE alike >= 4
),
-- Names that a file has and the registry does not: those that were settled, and those that are unclear.
written AS (
  SELECT DISTINCT
    p.code = 'name-settled' AS is_settled,
    s.status = 'superseded' AS is_old,
    s.member_id,
    p.column_name,
    p.value,
    REPLACE(p.column_name, '_', '') AS column_letters,
    CONCAT(';', REPLACE(REPLACE(LOWER(p.value), '; ', ';'), ' ;', ';'), ';') AS items,
    p.value LIKE '[%' OR LENGTH(p.value) >= 80 OR POSITION(CHR(92) IN p.value) > 0 AS is_cut
  FROM raw_problems AS p
  JOIN raw_submissions AS s ON s.submission_id = p.submission_id
  WHERE
    p.code IN ('name-settled', 'unknown-partnership', 'other-members-partnership', 'ambiguous-partner', 'unknown-code')
    AND s.member_id IS NOT NULL
),
answers AS (
  SELECT
    n.submission_id,
    n.source_row,
    n.member_id,
    n.written,
    n.meant,
    REPLACE(REPLACE(n.column_key, '_', ''), ' ', '') AS column_letters,
    CONCAT(';', n.written_key, ';') AS item,
    CONCAT(';', LOWER(TRIM(n.written)), ';') AS item_as_written
  FROM raw_names AS n
  JOIN submissions AS s ON s.submission_id = n.submission_id AND s.status = 'in_force'
),
matched AS (
  SELECT
    a.submission_id,
    a.source_row,
    w.is_settled,
    w.is_old,
    w.is_cut,
    w.member_id,
    w.column_name,
    w.value,
    w.column_letters = a.column_letters AS same_column,
    a.member_id IS NULL OR LOWER(a.member_id) = LOWER(w.member_id) AS same_member,
    REPLACE(w.items, a.item, '') <> w.items OR REPLACE(w.items, a.item_as_written, '') <> w.items AS same_text
  FROM answers AS a
  CROSS JOIN written AS w
),
used AS (
  SELECT DISTINCT submission_id, source_row
  FROM matched
  WHERE same_column AND same_member AND (is_cut OR is_settled AND same_text)
),
-- Settled, and yet unclear: what it means is no partnership of the member, or no code.
unclear AS (
  SELECT DISTINCT submission_id, source_row
  FROM matched
  WHERE same_column AND same_member AND same_text AND NOT is_old
),
near_names AS (
  SELECT
    submission_id,
    source_row,
    CONCAT('''', value, ''' in ', column_name, ' of ', member_id) AS near,
    ROW_NUMBER() OVER (
      PARTITION BY submission_id, source_row ORDER BY CASE WHEN same_text THEN 0 ELSE 1 END, member_id, column_name, value
    ) AS place
  FROM matched
  WHERE
    NOT is_settled
    AND NOT is_old
    AND NOT is_cut
    AND (same_text AND (same_column OR same_member) OR same_column AND same_member)
)

SELECT
  c.submission_id,
  c.source_row,
  'value' AS column_name,
  c.value,
  'No value in doubt has this year, member, dataset, key, column and value, so the row settles nothing' AS message,
  CASE
    WHEN n.near IS NULL
      THEN 'Copy the row as ''impact status --doubts'' prints it; remove it if the city has sent another value since'
    ELSE CONCAT('Write ', n.near, ', if that is meant; remove the row if the city has sent another value since')
  END AS fix
FROM idle_confirmed AS c
LEFT JOIN nearest AS n ON n.submission_id = c.submission_id AND n.source_row = c.source_row AND n.place = 1
UNION ALL
SELECT
  a.submission_id,
  a.source_row,
  CASE WHEN x.submission_id IS NULL THEN 'written' ELSE 'meant' END,
  CASE WHEN x.submission_id IS NULL THEN a.written ELSE a.meant END,
  CASE
    WHEN x.submission_id IS NULL THEN 'No file has this name in that column of that member, so the row settles nothing'
    ELSE 'What the name is said to mean is no partnership of the member, or no code, so the row settles nothing'
  END,
  CASE
    WHEN x.submission_id IS NOT NULL THEN 'Write the partnership_id of partnerships.csv, or the code of the list'
    WHEN n.near IS NULL THEN 'Let ''impact match'' write the row; remove it if no city writes so any more'
    ELSE CONCAT('Unclear is ', n.near, ': write it so, if that is meant, or let ''impact match'' write the row')
  END
FROM answers AS a
LEFT JOIN used AS u ON u.submission_id = a.submission_id AND u.source_row = a.source_row
LEFT JOIN unclear AS x ON x.submission_id = a.submission_id AND x.source_row = a.source_row
LEFT JOIN near_names AS n ON n.submission_id = a.submission_id AND n.source_row = a.source_row AND n.place = 1
WHERE
  u.submission_id IS NULL
  AND NOT (a.column_letters IN ('coorganizers', 'company') AND LOWER(TRIM(a.written)) = LOWER(TRIM(a.meant)))
