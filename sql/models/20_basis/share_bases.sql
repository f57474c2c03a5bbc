-- title: Bases of shares
-- grain: one row per share and count of people that it is a part of
-- unit: none
-- formula: people of whom some belong (youth, officials, first_time, known_lodging, guests) and the counts that hold all
--    of them; wherever a count is withheld its shares are
-- sources: the method, section 6
-- zone: tables
-- key: share_id, count_id
-- columns:
--    share_id VARCHAR: who belongs
--    count_id VARCHAR: the metric that counts all of them
SELECT share_id, count_id
FROM (VALUES
  ('youth', 'people_in'), ('youth', 'people_out'), ('youth', 'people_virtual'),
  ('officials', 'people_in'), ('officials', 'people_out'), ('officials', 'people_virtual'),
  ('first_time', 'people_in'), ('first_time', 'people_out'), ('first_time', 'people_virtual'),
  ('known_lodging', 'people_in'),
  ('guests', 'attendance')
) AS b(share_id, count_id)
