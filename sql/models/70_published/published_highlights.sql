-- title: Highlights as they are published
-- grain: one row per story of members or national staff with consent
-- unit: none
-- formula: consent is yes; a tie that may not be shown is left out, and so is what belongs to a photo that cannot be printed
-- sources: highlights, network_highlights, photos, published_partnerships
-- zone: tables
-- key: data_year, sent_by, story_key
-- columns:
--    data_year INTEGER: the reporting year
--    sent_by VARCHAR: network or member
--    story_key VARCHAR: its day, its member where it has one, and its title
--    date DATE: the day of it
--    member_id VARCHAR: the member that it is about; null = the whole network
--    partnership_id VARCHAR: the tie that it is about; null = none, or not told
--    title VARCHAR: a headline, in the sender's words
--    text VARCHAR: what happened, in the sender's words
--    photo_sha256 VARCHAR: of the photo as received; null = none that can be printed
--    alt_text VARCHAR: what the photo shows; null = no photo
--    credit VARCHAR: who took it; null = no photo, or not said
WITH
stories AS (
  SELECT 'member' AS sent_by, submission_id, source_row, member_id, data_year, date, partnership_id, title, text, alt_text, credit
  FROM highlights
  WHERE consent
  UNION ALL
  SELECT 'network', submission_id, source_row, member_id, data_year, date, partnership_id, title, text, alt_text, credit
  FROM network_highlights
  WHERE consent
)

SELECT
  s.data_year,
  s.sent_by,
  CONCAT(CAST(s.date AS VARCHAR), ' ', COALESCE(s.member_id, ''), ' ', s.title) AS story_key,
  s.date,
  s.member_id,
  p.partnership_id,
  s.title,
  s.text,
  f.photo_sha256,
  CASE WHEN f.photo_sha256 IS NOT NULL THEN s.alt_text END AS alt_text,
  CASE WHEN f.photo_sha256 IS NOT NULL THEN s.credit END AS credit
FROM stories AS s
LEFT JOIN photos AS f ON f.submission_id = s.submission_id AND f.source_row = s.source_row
LEFT JOIN published_partnerships AS p ON p.partnership_id = s.partnership_id
-- Two files of the registry for one year, one of them without a year in its name, may tell the same.
QUALIFY ROW_NUMBER() OVER (
  PARTITION BY s.data_year, s.sent_by, s.date, s.member_id, s.title ORDER BY s.submission_id, s.source_row
) = 1
