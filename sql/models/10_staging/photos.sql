-- title: Photos
-- grain: one row per row in force whose photo can be printed
-- unit: none
-- formula: none; what ingest found for each name of a photo
-- sources: raw_photos
-- zone: protected
-- key: submission_id, source_row
-- columns:
--    submission_id VARCHAR: the file with the row that names the photo
--    source_row INTEGER: that row, as a person sees it
--    photo_sha256 VARCHAR: of the photo's bytes as received; its original lies under it
SELECT
  submission_id,
  source_row,
  sha256 AS photo_sha256
FROM raw_photos
