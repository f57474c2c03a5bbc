-- title: Limits of disclosure
-- grain: one row
-- unit: as each column says
-- formula: the parameter disclosure by its keys; a limit that is missing withholds everything that needs it
-- sources: parameters (disclosure)
-- zone: tables
-- columns:
--    respondents BIGINT: fewest matched respondents whose answers are printed
--    firms BIGINT: fewest firms whose dollars are printed
--    largest_firm_share DECIMAL(9,6): most that one firm may have of dollars that are printed
SELECT
  MAX(CASE WHEN key = 'respondents' THEN central END) AS respondents,
  MAX(CASE WHEN key = 'firms' THEN central END) AS firms,
  MAX(CASE WHEN key = 'largest_firm_share' THEN central END) AS largest_firm_share
FROM parameters
WHERE name = 'disclosure'
