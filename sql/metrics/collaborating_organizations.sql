-- title: Collaborating organizations
-- unit: organizations
-- grain: data year, level and key
-- goal: collaborate with organizations that share the goals
-- formula: distinct co_organizers of exchanges and events, names compared folded, distinct at each level
-- sources: exchanges and events in force
-- levels: network, state, member
-- datasets: exchanges, events
-- counts: organizations
-- decimals: 0
-- peer: yes
-- title_es: Organizaciones colaboradoras
-- formula_es: co_organizers distintos de intercambios y eventos, con nombres comparados sin distinguir mayúsculas,
--    distintos en cada nivel
-- trace: organizations = COUNT(DISTINCT organization_key) FROM collaborator_rows
WITH
keyed AS (
  SELECT
    c.data_year,
    l.level,
    level_key(l.level, c.public, c.state, c.member_id, NULL, NULL, NULL) AS key,
    c.organization_key
  FROM collaborators AS c
  JOIN levels AS l ON l.level IN ('network', 'state', 'member')
),
distinct_names AS (
  SELECT data_year, level, key, COUNT(DISTINCT organization_key) AS organizations FROM keyed WHERE key IS NOT NULL GROUP BY data_year, level, key
),
counted AS (
  SELECT r.data_year, r.level, r.key, CASE WHEN r.reported > 0 THEN COALESCE(d.organizations, 0) END AS organizations
  FROM level_reports AS r
  LEFT JOIN distinct_names AS d ON d.data_year = r.data_year AND d.level = r.level AND d.key = r.key
  WHERE r.dataset = 'exchanges_events' AND r.level IN ('network', 'state', 'member')
)

SELECT
  data_year,
  level,
  key,
  organizations AS low,
  organizations AS central,
  organizations AS high,
  COALESCE(organizations, 0) AS n,
  CASE WHEN organizations IS NULL THEN 'not_reported' ELSE 'value' END AS status,
  0 AS rows_not_computed
FROM counted
