-- title: No metric's words claim a cause, spending abroad, an effect on a state or nation, a purchasing-power total or members that did not report
WITH
words AS (
  SELECT metric_id, LOWER(CONCAT(title, ' ', formula)) AS said FROM metric_definitions
),
forbidden AS (
  SELECT word
  FROM (VALUES
    ('caused'), ('led to'), ('leads to'), ('resulted in'), ('thanks to'), ('because of'),
    ('purchasing power'), ('purchasing-power'), ('extrapolat'), ('estimated for members'),
    ('outbound spending'), ('spending abroad'), ('spent abroad'),
    ('u.s. economy'), ('national economy'), ('state''s economy'),
    ('jobs'), ('conversion rate')
  ) AS f(word)
)

SELECT w.metric_id, f.word, w.said
FROM words AS w
JOIN forbidden AS f ON w.said LIKE CONCAT('%', f.word, '%')
UNION ALL
-- Volunteer time and trade stand alone: a metric in dollars that needs either needs nothing else.
SELECT metric_id, datasets, title
FROM metric_definitions
WHERE unit LIKE '%USD%'
  AND (datasets LIKE '%volunteer_hours%' OR datasets LIKE '%trade_contacts%')
  AND datasets LIKE '%,%'
