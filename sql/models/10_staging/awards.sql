-- title: Awards
-- grain: one row per award
-- unit: as each column says
-- formula: none; renames and fills what the method says an empty cell means; a photo without consent is left out
-- sources: raw_awards, raw_submissions (in force), raw_photos
-- zone: tables
-- key:
-- columns:
--    data_year INTEGER: the year it was given for
--    award VARCHAR: its name
--    member_id VARCHAR: who got it; null when not a member
--    citation VARCHAR: why
--    photo_sha256 VARCHAR: of the photo as received; null = none that may and can be printed
--    alt_text VARCHAR: what the photo shows; null = no photo
--    credit VARCHAR: who took it; null = no photo, or not said
WITH
in_force AS (SELECT submission_id FROM raw_submissions WHERE status = 'in_force')

SELECT
  r.data_year,
  r.award,
  r.member_id,
  r.citation,
  p.sha256 AS photo_sha256,
  CASE WHEN p.sha256 IS NOT NULL THEN r.alt_text END AS alt_text,
  CASE WHEN p.sha256 IS NOT NULL THEN r.credit END AS credit
FROM raw_awards AS r
JOIN in_force ON in_force.submission_id = r.submission_id
LEFT JOIN raw_photos AS p ON p.submission_id = r.submission_id AND p.source_row = r.source_row AND r.consent
