-- title: Withheld figures
-- grain: one row per group of people or firms, data year, level and key whose figures are withheld
-- unit: none
-- formula: the counts; the shares, for a tie or country wherever it has people; the ratios with costs; the dollars of
--    trade, for a tie or country wherever it has some. A metric's header names the groups that it derives from (people)
-- sources: withheld_people, withheld_share_parts, withheld_share_states, people_among, withheld_budget_ratios,
--    withheld_trade_members, withheld_trade_states, trade_cells
-- zone: protected
-- key: people, data_year, level, key
-- columns:
--    people VARCHAR: a count, a share, a value of trade, or members_with_budgets
--    data_year INTEGER: the year
--    level VARCHAR: network, state, member, partnership, partner_country or purpose
--    key VARCHAR: which of them; empty for network
SELECT count_id AS people, data_year, level, key FROM withheld_people
UNION ALL
SELECT p.share_id, p.data_year, p.level, p.key
FROM withheld_share_parts AS p
JOIN withheld_share_states AS s ON s.share_id = p.share_id AND s.data_year = p.data_year AND s.state = p.state
WHERE p.withheld OR s.withheld OR s.dark
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
SELECT share_id, data_year, level, key FROM people_among WHERE level IN ('partnership', 'partner_country')
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
