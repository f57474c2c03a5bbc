-- title: Unread files
-- grain: one row per file, or sheet of a workbook, that lies in a member's folder and was not read
-- unit: none
-- formula: none; those of the last ingest
-- sources: raw_unread_files
-- zone: protected
-- key:
-- columns:
--    file VARCHAR: path in the inbox
--    sheet VARCHAR: sheet of a workbook that was not read; null = the whole file
--    member_id VARCHAR: the member whose folder it is, or the folder's name
--    data_year INTEGER: the year of the folder
--    dataset VARCHAR: what its name seems to mean; null = not known
SELECT
  file,
  sheet,
  member_id,
  data_year,
  dataset
FROM raw_unread_files
