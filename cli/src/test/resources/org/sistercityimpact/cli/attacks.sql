SELECT * FROM read_text('/etc/passwd')
SELECT * FROM read_blob('/etc/passwd')
SELECT * FROM read_csv('/etc/passwd', sep = ':')
SELECT * FROM read_csv_auto('/etc/passwd')
SELECT * FROM read_json('/etc/passwd')
SELECT * FROM read_json_objects_auto('/etc/passwd')
SELECT * FROM read_ndjson('/etc/passwd')
SELECT * FROM read_parquet('/etc/passwd')
SELECT * FROM parquet_scan('{table}')
SELECT * FROM sniff_csv('/etc/passwd')
SELECT * FROM glob('/etc/*')
SELECT * FROM glob('{warehouse}/**')
SELECT * FROM '/etc/passwd'
SELECT * FROM '/etc/hosts.csv'
FROM '/etc/*.json'
FROM 'https://example.com/x.csv'
FROM 's3://bucket/x.parquet'
FROM '/proc/self/environ'
FROM read_csv('/proc/self/environ')
FROM read_text('/dev/stdin')
SELECT * FROM read_text('{original}')
SELECT * FROM read_blob('{original}')
SELECT * FROM read_csv('{original}')
SELECT * FROM '{original}'
SELECT * FROM read_text('{manifest}')
SELECT * FROM read_json('{manifest}')
SELECT * FROM '{manifest}'
SELECT * FROM '{table}/../../../manifest.json'
SELECT * FROM read_blob('{table}')
SELECT * FROM parquet_metadata('{table}')
SELECT * FROM parquet_file_metadata('{table}')
SELECT * FROM parquet_kv_metadata('{table}')
SELECT * FROM parquet_schema('{table}')
SELECT * FROM system.main.read_text('/etc/passwd')
SELECT * FROM "READ_TEXT"('/etc/passwd')
SELECT (SELECT content FROM read_text('/etc/passwd'))
SELECT 1 WHERE EXISTS (FROM read_text('/etc/passwd'))
SELECT * FROM range((SELECT size FROM read_text('/etc/passwd')))
WITH x AS (SELECT * FROM read_text('/etc/passwd')) SELECT * FROM x
WITH x AS MATERIALIZED (FROM (FROM '/etc/hosts.csv')) FROM x
WITH x AS (COPY metrics TO '{out}') SELECT 1
WITH x AS (INSERT INTO metrics DEFAULT VALUES RETURNING 1) FROM x
SELECT 1 UNION ALL SELECT size FROM read_text('/etc/passwd')
SELECT /* read_text */ * FROM /* a */ read_text /* b */ ('/etc/passwd') -- c
DESCRIBE SELECT * FROM read_csv('/etc/passwd')
DESCRIBE '/etc/hosts.csv'
SUMMARIZE '/etc/hosts.csv'
SUMMARIZE SELECT * FROM read_text('/etc/passwd')
FROM (DESCRIBE '/etc/hosts.csv')
EXPLAIN SELECT * FROM read_text('/etc/passwd')
EXPLAIN ANALYZE COPY metrics TO '{out}'
EXPLAIN (ANALYZE) COPY metrics TO '{out}'
EXPLAIN (FORMAT json) COPY metrics TO '{out}'
EXPLAIN ANALYZE EXPLAIN ANALYZE COPY metrics TO '{out}'
/* /* */ EXPLAIN SELECT 1 --*/ COPY metrics TO '{out}'
EXPLAIN /* /* */ SELECT 1 --*/ ANALYZE COPY metrics TO '{out}'
SELECT * FROM query('SELECT 1')
SELECT * FROM query('FROM read_text(''/etc/passwd'')')
SELECT * FROM query_table('/etc/hosts.csv')
SELECT * FROM query_table('metrics')
SELECT * FROM json_execute_serialized_sql(json_serialize_sql('FROM read_text(''/etc/passwd'')'))
PRAGMA json_execute_serialized_sql('{}')
SELECT * FROM duckdb_settings()
SELECT * FROM duckdb_secrets()
SELECT * FROM which_secret('s3://x', 's3')
SELECT * FROM duckdb_extensions()
SELECT * FROM duckdb_temporary_files()
SELECT * FROM enable_logging('QueryLog', storage = 'file', storage_config = {'path': '{out}'})
CALL enable_logging(storage_path = '{out}')
SELECT * FROM checkpoint()
SELECT * FROM force_checkpoint()
SELECT getenv('HOME')
SELECT current_setting('allowed_paths')
SELECT system.main."Current_Setting"('temp_directory')
SELECT upper(getvariable('files of metrics')[1])
SELECT list_transform(['files of metrics'], lambda x: getvariable(x))
SELECT reverse(json_serialize_plan('SELECT * FROM metrics')::VARCHAR)
FROM pg_settings
FROM pg_catalog."PG_Settings"
SUMMARIZE pg_settings
WITH x AS (FROM pg_settings) SELECT max(setting) FROM x
COPY metrics TO '{out}'
COPY (SELECT 1) TO '{manifest}'
COPY (SELECT 1) TO '{table}' (FORMAT parquet)
COPY metrics FROM '/etc/passwd'
/* SELECT */ COPY metrics TO '{out}'
-- SELECT 1; COPY metrics TO '{out}'
SELECT 1; COPY metrics TO '{out}'
SELECT 1; SELECT 2
; ;
EXPORT DATABASE '{out}'
IMPORT DATABASE '/etc'
ATTACH '{out}' AS other
ATTACH '{table}' AS other
ATTACH ':memory:' AS other
DETACH memory
INSTALL httpfs
FORCE INSTALL httpfs FROM community
LOAD httpfs
LOAD '{out}'
SET enable_external_access = true
SET GLOBAL lock_configuration = false
RESET enable_external_access
SET VARIABLE x = 1
PRAGMA enable_profiling
PRAGMA profiling_output = '{out}'
PRAGMA database_list
CALL pragma_version()
CREATE TABLE t (i INTEGER)
CREATE TABLE t AS FROM metrics
CREATE OR REPLACE VIEW metrics AS SELECT 1
CREATE MACRO f(x) AS x
CREATE SECRET s (TYPE s3)
CREATE TYPE mood AS ENUM ('sad')
INSERT INTO metrics DEFAULT VALUES
UPDATE metrics SET n = 0
DELETE FROM metrics
TRUNCATE metrics
DROP VIEW metrics
ALTER VIEW metrics RENAME TO m
SELECT 1 INTO t
CHECKPOINT
VACUUM
ANALYZE
USE memory
BEGIN TRANSACTION
PREPARE p AS SELECT 1
EXECUTE p
COMMENT ON VIEW metrics IS 'x'
SELECT * FROM parquet_full_metadata('{table}')
SELECT * FROM parquet_bloom_probe('{table}', 'key', 'x')
SELECT * FROM read_json_auto('{manifest}')
SELECT * FROM read_json_objects('{manifest}')
SELECT * FROM read_ndjson_auto('/etc/passwd')
SELECT * FROM read_ndjson_objects('/etc/passwd')
SELECT * FROM arrow_scan(0, 0, 0)
SELECT * FROM seq_scan('metrics')
SELECT * FROM pragma_storage_info('metrics')
SELECT * FROM pragma_table_info('metrics')
SELECT * FROM pragma_user_agent()
SELECT * FROM duckdb_log_contexts()
SELECT * FROM duckdb_memory()
SELECT * FROM duckdb_functions()
SELECT * FROM duckdb_variables()
SELECT * FROM sql_auto_complete('SELECT * FROM ')
SELECT * FROM test_all_types()
SELECT * FROM repeat_row(1, num_rows = 9000000000)
SELECT * FROM repeat('x', 9000000000)
SELECT * FROM summary((FROM metrics))
SELECT * FROM parse_duckdb_log_message('QueryLog', 'x')
SELECT * FROM disable_logging()
SELECT * FROM truncate_duckdb_logs()
SELECT * FROM range(3) AS r, LATERAL (FROM read_text('/etc/passwd')) AS t
SELECT * FROM metrics WHERE key IN (SELECT content FROM read_text('/etc/passwd'))
SELECT list_transform([1], lambda x: (SELECT MAX(content) FROM read_text('/etc/passwd')))
PIVOT (FROM read_csv('/etc/passwd')) ON column0 IN ('root') USING COUNT(*)
UNPIVOT (FROM read_text('/etc/passwd')) ON content
SELECT getvariable('x') FROM metrics
CREATE TEMP TABLE t AS SELECT 1
CREATE SEQUENCE s
CREATE INDEX i ON metrics (key)
MERGE INTO metrics USING (SELECT 1) AS x ON true WHEN MATCHED THEN DELETE
COPY FROM DATABASE memory TO other
COPY (FROM read_text('/etc/passwd')) TO '/dev/stdout'
SET SESSION threads = 100
SET temp_directory = '{out}'
PRAGMA force_checkpoint
EXPLAIN ANALYZE INSERT INTO metrics DEFAULT VALUES
EXPLAIN CREATE TABLE t (i INTEGER)
DESCRIBE FROM read_text('/etc/passwd')
UPDATE EXTENSIONS
