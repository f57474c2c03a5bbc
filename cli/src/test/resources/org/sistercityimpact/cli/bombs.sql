SELECT COUNT(*) FROM range(1000000000000) AS a, range(1000000000000) AS b
SELECT COUNT(*) FROM metrics AS a, metrics AS b, metrics AS c, metrics AS d, metrics AS e
SELECT a.key FROM metrics AS a JOIN metrics AS b ON a.central < b.central JOIN metrics AS c ON b.central < c.central ORDER BY a.central + c.central
SELECT COUNT(*) FROM metrics AS a LEFT JOIN metrics AS b ON levenshtein(a.key, b.key) > jaccard(a.metric_id, b.metric_id) LEFT JOIN range(1000000000) AS c ON true
SELECT a.* FROM metrics AS a, metrics AS b, metrics AS c
SELECT DISTINCT a.range, b.range FROM range(100000) AS a, range(1000000) AS b
SELECT COUNT(*) FROM generate_series(TIMESTAMP '0001-01-01', TIMESTAMP '9999-12-31', INTERVAL 1 microsecond)
SELECT (SELECT COUNT(*) FROM metrics AS b, range(1000000000) AS c WHERE b.central < a.central) FROM metrics AS a
SELECT * FROM range(1000000000000) ORDER BY hash(range)
SELECT COUNT(DISTINCT hash(range)) FROM range(1000000000000)
SELECT string_agg(repeat('x', 1000), '') FROM range(100000000)
SELECT array_agg(range) FROM range(1000000000000)
SELECT list(hash(range) ORDER BY hash(range)) FROM range(1000000000)
SELECT histogram(hash(range)) FROM range(1000000000)
SELECT median(hash(range)), mode(hash(range)), quantile_disc(hash(range), [0.1, 0.9]) FROM range(1000000000000)
SELECT map(list(range), list(range)) FROM range(1000000000)
SELECT json_group_array(json_object('a', range)) FROM range(1000000000)
WITH RECURSIVE t(n) AS (SELECT 1::HUGEINT UNION ALL SELECT n + 1 FROM t) SELECT COUNT(*) FROM t
WITH RECURSIVE t(n) AS (SELECT range FROM range(10) UNION ALL SELECT n FROM t, range(10)) SELECT COUNT(*) FROM t
WITH RECURSIVE t(s) AS (SELECT 'x' UNION ALL SELECT s || s FROM t) SELECT MAX(length(s)) FROM t
WITH RECURSIVE t(l) AS (SELECT [1] UNION ALL SELECT list_concat(l, l) FROM t) SELECT MAX(len(l)) FROM t
WITH RECURSIVE t(n, k) USING KEY (k) AS (SELECT 1, 1 UNION SELECT n + 1, 1 FROM t) SELECT * FROM t
WITH RECURSIVE t(a, b) AS (SELECT key, key FROM metrics UNION SELECT t.a, m.key || t.b FROM t JOIN metrics AS m ON m.key > t.a) SELECT COUNT(*) FROM t
SELECT repeat('x', 2000000000 + range) FROM range(1000)
SELECT lpad('x', (2000000000 + range)::INTEGER, 'y') FROM range(1000)
SELECT repeat('x', 400000000 + range) || repeat('y', 400000000 + range) FROM range(1000)
SELECT reverse(upper(repeat('ä', 900000000 + range))) FROM range(1000)
SELECT replace(repeat('a', 10000000), 'a', repeat('b', 1000))
SELECT format('{:>2000000000}', 'x')
SELECT string_split_regex(repeat('a,', 100000000 + range), '[,;]') FROM range(1000)
SELECT to_base64(repeat('x', 1500000000 + range)::BLOB) FROM range(1000)
SELECT md5(repeat('x', 1900000000 + range)), sha256(repeat('x', 1900000000 + range)) FROM range(1000)
SELECT length(concat_ws(',', range, repeat('x', 100000000))) FROM range(1000) ORDER BY 1
SELECT levenshtein(repeat('a', 300000), repeat('b', 300000))
SELECT jaro_winkler_similarity(repeat('ab', 1000000), repeat('ba', 1000000))
SELECT list_sort(range(2000000000))
SELECT list_sort(list_transform(range(1000000000), lambda x: hash(x)))
SELECT list_reduce(range(100000000), lambda x, y: hash(x) % 1000 + y)
SELECT list_transform(range(100000), lambda x: list_transform(range(100000), lambda y: x * y))
SELECT list_filter(range(1000000000), lambda x: x % 2 = 0)
SELECT flatten([range(500000000), range(500000000), range(500000000)])
SELECT unnest(a), unnest(b) FROM (SELECT range(1000000000) AS a, range(1000000000) AS b)
SELECT list_zip(range(500000000), range(500000000))
SELECT regexp_replace(repeat('a', 100000000 + range), '(a+)+', 'b', 'g') FROM range(1000)
SELECT regexp_extract_all(repeat('a', 100000000 + range), '(a|aa)') FROM range(1000)
SELECT COUNT(*) FROM range(1000000000) WHERE repeat('a', 10000 + range % 3) LIKE '%a%a%a%a%b'
SELECT SUM(a.range * b.range) OVER (ORDER BY a.range, b.range) FROM range(100000) AS a, range(100000) AS b
SELECT median(range) OVER (ORDER BY hash(range) ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) FROM range(100000000)
SELECT list(range) OVER (ORDER BY range) FROM range(10000000)
SELECT string_agg(range, '') OVER (ORDER BY range ROWS UNBOUNDED PRECEDING) FROM range(1000000)
SELECT COUNT(DISTINCT range) OVER (ORDER BY hash(range) RANGE BETWEEN 1 PRECEDING AND 1000000000000 FOLLOWING) FROM range(50000000)
PIVOT (SELECT range % 10 AS a, range AS b FROM range(1000000000000)) ON a IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9) USING list(b)
UNPIVOT (SELECT range AS a, range AS b, range AS c FROM range(1000000000000)) ON a, b, c ORDER BY hash(value)
SELECT COUNT(*) FROM range(100000000) GROUP BY CUBE (hash(range), range % 3, range % 5, range % 7, range % 11, range % 13, range % 17)
SELECT COUNT(*) FROM range(100000000) GROUP BY GROUPING SETS ((range), (hash(range)), (range, hash(range)), ())
EXPLAIN ANALYZE SELECT COUNT(*) FROM range(1000000000000) AS a, range(1000000000000) AS b
SELECT * FROM json_each(to_json(range(1000000000)))
SELECT to_json(range(1000000000))
SELECT from_json(to_json(range(500000000)), '["BIGINT"]')
SELECT gen_random_uuid() FROM range(1000000000000) GROUP BY ALL
SELECT SUM(n.n) FROM metrics AS m, LATERAL (SELECT COUNT(*) AS n FROM range(1000000000000) WHERE range % 7 = m.data_year % 7) AS n
SELECT COUNT(*) FROM range(10000000) AS a ASOF JOIN range(1000000000) AS b ON a.range >= b.range
SELECT * FROM range(1000000000) USING SAMPLE reservoir(900000000 ROWS)
SELECT * FROM range(1000000000000) LIMIT 5000000000 OFFSET 4000000000
SELECT COUNT(*) FROM (SELECT unnest(range(100000)) FROM range(1000000000))
