-- title: Problems
-- grain: one row per finding about a cell, a row or a file that is not superseded
-- unit: none
-- formula: what ingest found, references between datasets that lead nowhere, doubts that only all files together tell, and
--    answers of staff that settle nothing
-- sources: raw_problems, raw_submissions, submissions, exchange_links, doubts, idle_answers
-- zone: protected
-- columns:
--    file VARCHAR: path in the inbox
--    sheet VARCHAR: sheet of a workbook; null for a CSV
--    source_row INTEGER: row as a person sees it; null for a whole file
--    column_letter VARCHAR: as a spreadsheet names it
--    column_name VARCHAR: the column
--    value VARCHAR: the cell as written; where it may be personal, hidden or its kind in brackets
--    code VARCHAR: kind of finding, see impact explain
--    severity VARCHAR: error, warning or assumed
--    message VARCHAR: what is wrong
--    fix VARCHAR: what to write instead
--    submission_id VARCHAR: the file's submission; null for a stray file
WITH
-- What staff has settled is no longer told.
settled AS (
  SELECT submission_id, source_row, column_name
  FROM doubts
  WHERE kind = 'value' AND confirmed_by IS NOT NULL
),
found_by_ingest AS (
  -- A file that was renamed is found under its new name.
  SELECT COALESCE(s.file, p.file) AS file, p.sheet, p.source_row, p.column_letter, p.column_name, p.value, p.code, p.severity, p.message, p.fix, p.submission_id
  FROM raw_problems AS p
  LEFT JOIN submissions AS s ON s.submission_id = p.submission_id
  LEFT JOIN settled AS d
    ON d.submission_id = p.submission_id AND d.source_row = p.source_row AND d.column_name = p.column_name AND p.code = 'doubt'
  WHERE (s.status IS NULL OR s.status <> 'superseded') AND d.submission_id IS NULL
),
lost_references AS (
  SELECT
    s.file,
    s.sheet,
    l.source_row,
    -- Ingest notes where each column stood, such as ;exchange_id=C;date=D;
    NULLIF(split_part(split_part(c.columns, ';exchange_id=', 2), ';', 1), '') AS column_letter,
    'exchange_id' AS column_name,
    -- As ingest shows a cell: people slip by a column, and surveys name people.
    CASE
      WHEN l.exchange_id LIKE '%_@_%._%' THEN '[an e-mail address]'
      WHEN
        regexp_replace(
          l.exchange_id,
          '(^|[^0-9])([+][0-9][0-9 ()./-]{6,}[0-9]|[(]?[0-9]{3}[)]?[ ./-]{0,2}[0-9]{3}[ .-][0-9]{4}|[0-9]{3}[ .-][0-9]{4}|0[0-9]{2,4}[ /-][0-9 -]{5,})($|[^0-9])|^1?[2-9][0-9]{2}[2-9][0-9]{6}$|^[0-9]{3}-[0-9]{2}-[0-9]{4}$',
          ''
        ) <> l.exchange_id
        THEN '[a telephone number]'
      -- Initials and figures, such as EX-12, are an id; words, or letters alone, may be a name.
      WHEN
        l.dataset = 'surveys'
        AND (
          regexp_replace(l.exchange_id, '[^0-9 !-/:-@_]{4,}', '') <> l.exchange_id
          OR regexp_replace(l.exchange_id, '[0-9]', '') = l.exchange_id
        )
        THEN '[a text that may name a person]'
      ELSE SUBSTRING(l.exchange_id, 1, 80)
    END AS value,
    'unknown-exchange' AS code,
    'warning' AS severity,
    CONCAT('No exchange of this id was reported for ', CAST(l.data_year AS VARCHAR), ' or an earlier year') AS message,
    CASE l.dataset
      WHEN 'events' THEN 'Write the exchange_id as it stands in the exchanges file, or leave the cell empty'
      ELSE 'Write the exchange_id as it stands in the exchanges file'
    END AS fix,
    l.submission_id
  FROM exchange_links AS l
  JOIN submissions AS s ON s.submission_id = l.submission_id
  JOIN raw_submissions AS c ON c.submission_id = l.submission_id
  WHERE NOT l.found
)

SELECT file, sheet, source_row, column_letter, column_name, value, code, severity, message, fix, submission_id
FROM found_by_ingest
UNION ALL
SELECT file, sheet, source_row, column_letter, column_name, value, code, severity, message, fix, submission_id
FROM lost_references
UNION ALL
SELECT
  s.file,
  s.sheet,
  d.source_row,
  NULL,
  d.column_name,
  d.value,
  'doubt',
  'warning',
  d.message,
  CASE d.kind
    WHEN 'file' THEN 'Send all rows of the year in one file; if rows were meant to go, tell the network office, which confirms it'
    ELSE 'Correct it; if it is right, tell the network office, which confirms it'
  END,
  d.submission_id
FROM doubts AS d
JOIN submissions AS s ON s.submission_id = d.submission_id
WHERE d.kind <> 'value' AND d.confirmed_by IS NULL
UNION ALL
SELECT
  s.file,
  s.sheet,
  a.source_row,
  NULL,
  a.column_name,
  a.value,
  'settles-nothing' AS code,
  'warning',
  a.message,
  a.fix,
  a.submission_id
FROM idle_answers AS a
JOIN submissions AS s ON s.submission_id = a.submission_id
ORDER BY file NULLS LAST, sheet NULLS FIRST, source_row NULLS FIRST, column_letter NULLS FIRST, code, value NULLS FIRST, message
