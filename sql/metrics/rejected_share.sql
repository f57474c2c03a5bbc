-- title: Rejected share of rows
-- unit: ratio, 0 to 1
-- grain: data year, level and key
-- goal: cost and trust
-- formula: rows rejected ÷ rows read, of the files taken, superseded and conflicting ones left out; n = rows read
-- sources: submissions
-- levels: network, state, member
-- datasets: all
-- counts: rows read
-- decimals: 4
-- title_es: Proporción de filas rechazadas
-- formula_es: filas rechazadas ÷ filas leídas, de los archivos tomados, sin los reemplazados ni los que están en
--    conflicto; n = filas leídas
-- trace: rejected = SUM(rows_rejected) FROM files_taken WHERE rows_rejected > 0;
--    rows_read = SUM(rows_read) FROM files_taken
-- equals: rejected ÷ rows_read
-- not_applicable: the files held no rows
WITH
rows_of AS (
  SELECT y.data_year, y.state, y.member_id, SUM(s.rows_read) AS rows_read, SUM(s.rows_rejected) AS rows_rejected, COUNT(*) AS files
  FROM submissions AS s
  JOIN member_years AS y ON y.member_id = s.member_id AND y.data_year = s.data_year
  WHERE s.status NOT IN ('superseded', 'conflict') AND NOT s.optional
  GROUP BY y.data_year, y.state, y.member_id
),
keyed AS (
  SELECT
    r.data_year,
    l.level,
    level_key(l.level, TRUE, r.state, r.member_id, NULL, NULL, NULL) AS key,
    r.rows_read,
    r.rows_rejected,
    r.files
  FROM rows_of AS r
  JOIN levels AS l ON l.level IN ('network', 'state', 'member')
),
sums AS (
  SELECT data_year, level, key, SUM(rows_read) AS rows_read, SUM(rows_rejected) AS rows_rejected, SUM(files) AS files
  FROM keyed
  GROUP BY data_year, level, key
),
shares AS (
  SELECT
    k.data_year,
    k.level,
    k.key,
    COALESCE(s.rows_read, 0) AS rows_read,
    COALESCE(s.files, 0) AS files,
    ratio4(CAST(s.rows_rejected AS DECIMAL(30,6)), CAST(s.rows_read AS DECIMAL(30,6))) AS share
  FROM level_reports AS k
  LEFT JOIN sums AS s ON s.data_year = k.data_year AND s.level = k.level AND s.key = k.key
  WHERE k.dataset = 'exchanges' AND k.level IN ('network', 'state', 'member')
)

SELECT
  data_year,
  level,
  key,
  share AS low,
  share AS central,
  share AS high,
  rows_read AS n,
  CASE WHEN share IS NOT NULL THEN 'value' WHEN files > 0 THEN 'not_applicable' ELSE 'not_reported' END AS status,
  0 AS rows_not_computed
FROM shares
