-- title: Level members
-- grain: one row per data year, level, key and member that it covers
-- unit: none
-- formula: a tie belongs to its member, a country to the members with a tie there, a purpose to all members; ties held back
--    (public = no) have no key of their own and give no country
-- sources: member_years, partnership_years
-- zone: protected
-- key: data_year, level, key, member_id
-- columns:
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
--    member_id VARCHAR: a member
--    expected BOOLEAN: it counts for coverage
WITH
purposes AS (
  SELECT purpose
  FROM (VALUES
    ('cultural'), ('educational'), ('municipal'), ('business'), ('professional'), ('technical'), ('youth'),
    ('humanitarian'), ('sports')
  ) AS p(purpose)
)

SELECT data_year, 'network' AS level, '' AS key, member_id, expected FROM member_years
UNION ALL
SELECT data_year, 'state', state, member_id, expected FROM member_years
UNION ALL
SELECT data_year, 'member', member_id, member_id, expected FROM member_years
UNION ALL
SELECT data_year, 'partnership', partnership_id, member_id, expected FROM partnership_years WHERE NOT whole
UNION ALL
SELECT DISTINCT data_year, 'partner_country', partner_country, member_id, expected FROM partnership_years WHERE NOT whole
UNION ALL
SELECT m.data_year, 'purpose', p.purpose, m.member_id, m.expected FROM member_years AS m CROSS JOIN purposes AS p
