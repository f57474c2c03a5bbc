-- title: Parts that are withheld
-- grain: one row per count of people, data year and tie with people, and per member's people of no tie
-- unit: people
-- formula: a tie is withheld for the sake of its member's ties, and wherever its member, state or network is. Withheld
--    ties of one place hide each other: those of a member that is printed, those of the withheld members of a state
--    that is printed, those of all withheld states; printed sums do not show people moved from one to another there
-- sources: withheld_ties, withheld_members, withheld_state_totals
-- zone: protected
-- key: count_id, data_year, member_id, partnership_id
-- columns:
--    count_id VARCHAR: the count
--    data_year INTEGER: the year
--    state VARCHAR: the member's state
--    member_id VARCHAR: the member
--    partnership_id VARCHAR: the tie; null = people of no tie
--    country VARCHAR: the partner's country, or for people of no tie the member
--    people BIGINT: exact number
--    slack BIGINT: people above the floor
--    fresh BOOLEAN: no earlier edition printed this number or withheld one
--    member_withheld BOOLEAN: the member's total is withheld
--    state_withheld BOOLEAN: the state's total is withheld
--    dark BOOLEAN: the network's total is withheld
--    withheld BOOLEAN: the tie's number is withheld
--    place VARCHAR: the smallest printed sum around a withheld tie: member:…, state:… or network
SELECT
  t.count_id,
  t.data_year,
  t.state,
  t.member_id,
  t.partnership_id,
  t.country,
  t.people,
  t.slack,
  t.fresh,
  s.dark OR s.withheld OR m.withheld AS member_withheld,
  s.dark OR s.withheld AS state_withheld,
  s.dark,
  s.dark OR s.withheld OR m.withheld OR t.withheld AS withheld,
  CASE
    WHEN s.dark OR s.withheld THEN 'network'
    WHEN m.withheld THEN CONCAT('state:', t.state)
    ELSE CONCAT('member:', t.member_id)
  END AS place
FROM withheld_ties AS t
JOIN withheld_members AS m ON m.count_id = t.count_id AND m.data_year = t.data_year AND m.member_id = t.member_id
JOIN withheld_state_totals AS s ON s.count_id = t.count_id AND s.data_year = t.data_year AND s.state = t.state
