-- title: Ties with their row of the registry
-- grain: one row of the model partnership_windows
-- unit: none
-- formula: the model's flags, and the row of the registry's file that the tie stands in
-- sources: partnership_windows, raw_partnerships, submissions
-- columns:
--    data_year INTEGER: the year that the windows end with
--    state VARCHAR: the member's state
--    member_id VARCHAR: the member
--    partnership_id VARCHAR: the tie
--    partner_country VARCHAR: the partner's country
--    whole BOOLEAN: with the rows held back, for state and network; else without, for all levels below
--    submission_id VARCHAR: the registry's file
--    source_row INTEGER: its row there
--    item VARCHAR: the tie
--    active BOOLEAN: it counts as an active tie
--    is_new BOOLEAN: established in this year
--    is_ended BOOLEAN: ended in this year
--    full_2 BOOLEAN: the window of 2 years is known
--    full_5 BOOLEAN: the window of 5 years is known
--    dormant_2 BOOLEAN: dormant for 2 years, as far as reported
--    dormant_5 BOOLEAN: dormant for 5 years, as far as reported
--    mutual_3 BOOLEAN: people in and out in 3 years
SELECT
  w.data_year,
  w.state,
  w.member_id,
  w.partnership_id,
  w.partner_country,
  w.whole,
  r.submission_id,
  r.source_row,
  w.partnership_id AS item,
  w.active,
  w.is_new,
  w.is_ended,
  w.full_2,
  w.full_5,
  w.dormant_2,
  w.dormant_5,
  w.mutual_3
FROM partnership_windows AS w
JOIN raw_partnerships AS r ON r.partnership_id = w.partnership_id
JOIN submissions AS s ON s.submission_id = r.submission_id AND s.status = 'in_force'
