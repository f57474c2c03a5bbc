-- title: Levels
-- grain: one row per level that figures are given for
-- unit: none
-- formula: the function level_key gives the key that a row has at a level; null = it does not count there
-- sources: the method, sections 5 and 6
-- zone: tables
-- key: level
-- columns:
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    whole BOOLEAN: counts rows and ties that are held back (public = no), too
SELECT level, whole
FROM (VALUES
  ('network', TRUE), ('state', TRUE), ('member', FALSE), ('partnership', FALSE), ('partner_country', FALSE), ('purpose', FALSE)
) AS l(level, whole)
