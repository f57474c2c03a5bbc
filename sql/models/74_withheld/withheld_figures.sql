-- title: Withheld figures
-- grain: one row per group of people or firms, data year, level and key whose figures are withheld
-- unit: none
-- formula: the counts; the shares, for a tie or country wherever its members' do not tell them; the ratios with costs;
--    the dollars of trade, for a tie or country wherever it has some. A metric's header names the groups that it
--    derives from (people)
-- sources: withheld_people, withheld_share_parts, withheld_share_states, people_among, share_bases, partnerships,
--    withheld_budget_ratios, withheld_trade_members, withheld_trade_states, trade_cells
-- zone: protected
-- key: people, data_year, level, key
-- columns:
--    people VARCHAR: a count, a share, a value of trade, or members_with_budgets
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
WITH
hidden_members AS (
  SELECT p.share_id, p.data_year, p.key
  FROM withheld_share_parts AS p
  JOIN withheld_share_states AS s ON s.share_id = p.share_id AND s.data_year = p.data_year AND s.state = p.state
  WHERE p.withheld OR s.withheld OR s.dark
),
hidden_ties AS (
  SELECT DISTINCT b.share_id, w.data_year, w.key
  FROM withheld_people AS w
  JOIN share_bases AS b ON b.count_id = w.count_id
  WHERE w.level = 'partnership'
),
-- A printed member tells the share of its only tie, and of all its ties where all people belong.
ties AS (
  SELECT
    t.share_id,
    t.data_year,
    t.key,
    p.partner_country,
    t.people,
    h.share_id IS NULL AND x.share_id IS NULL AND (t.people = m.people OR m.belong = m.people) AS told
  FROM people_among AS t
  JOIN partnerships AS p ON p.partnership_id = t.key
  JOIN people_among AS m
    ON m.share_id = t.share_id AND m.data_year = t.data_year AND m.level = 'member' AND m.key = p.member_id
  LEFT JOIN hidden_members AS h ON h.share_id = t.share_id AND h.data_year = t.data_year AND h.key = p.member_id
  LEFT JOIN hidden_ties AS x ON x.share_id = t.share_id AND x.data_year = t.data_year AND x.key = t.key
  WHERE t.level = 'partnership'
),
told_countries AS (
  SELECT share_id, data_year, partner_country AS country, SUM(people) AS people
  FROM ties
  WHERE told
  GROUP BY share_id, data_year, partner_country
)

SELECT count_id AS people, data_year, level, key FROM withheld_people
UNION ALL
SELECT share_id, data_year, 'member', key FROM hidden_members
UNION ALL
SELECT p.share_id, p.data_year, p.level, p.key
FROM withheld_share_parts AS p
LEFT JOIN (SELECT DISTINCT share_id, data_year FROM withheld_share_states WHERE dark) AS d
  ON d.share_id = p.share_id AND d.data_year = p.data_year
WHERE p.level = 'purpose' AND (p.withheld OR d.share_id IS NOT NULL)
UNION ALL
SELECT share_id, data_year, 'state', state FROM withheld_share_states WHERE withheld OR dark
UNION ALL
SELECT DISTINCT share_id, data_year, 'network', '' FROM withheld_share_states WHERE dark
UNION ALL
SELECT share_id, data_year, 'partnership', key FROM ties WHERE NOT told
UNION ALL
SELECT c.share_id, c.data_year, 'partner_country', c.key
FROM people_among AS c
LEFT JOIN told_countries AS t ON t.share_id = c.share_id AND t.data_year = c.data_year AND t.country = c.key
WHERE c.level = 'partner_country' AND c.people <> COALESCE(t.people, 0)
UNION ALL
SELECT 'members_with_budgets', data_year, level, key FROM withheld_budget_ratios
UNION ALL
SELECT m.value_id, m.data_year, 'member', m.member_id
FROM withheld_trade_members AS m
JOIN withheld_trade_states AS s ON s.value_id = m.value_id AND s.data_year = m.data_year AND s.state = m.state
WHERE m.withheld OR s.withheld OR s.dark
UNION ALL
SELECT value_id, data_year, 'state', state FROM withheld_trade_states WHERE withheld OR dark
UNION ALL
SELECT DISTINCT value_id, data_year, 'network', '' FROM withheld_trade_states WHERE dark
UNION ALL
SELECT value_id, data_year, level, key FROM trade_cells WHERE level IN ('partnership', 'partner_country')
