-- title: Rows read = accepted + rejected + duplicate, for each file
SELECT submission_id, file, rows_read, rows_accepted, rows_rejected, rows_duplicate
FROM submissions
WHERE rows_read <> rows_accepted + rows_rejected + rows_duplicate
