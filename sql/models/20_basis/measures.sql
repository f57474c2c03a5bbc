-- title: Measures
-- grain: one row per sum that is made of contributions: a metric of theirs, whole or one part of it
-- unit: none
-- formula: part is the direction, the trade stage or the funder; all = no part left out. A metric file under
--    sql/metrics picks its sum from the model totals by these two names
-- sources: the method, sections 4 and 5
-- zone: tables
-- key: measure, part
-- columns:
--    measure VARCHAR: metric_id of contributions
--    part VARCHAR: the part summed, or all
--    dataset VARCHAR: what a member must have reported for the sum to be known; exchanges_events = either of the two
--    by_tie BOOLEAN: has rows at the levels partnership and partner_country
--    by_purpose BOOLEAN: has rows at the level purpose
SELECT measure, part, dataset, by_tie, by_purpose
FROM (VALUES
  ('exchanges', 'inbound', 'exchanges', TRUE, TRUE),
  ('exchanges', 'outbound', 'exchanges', TRUE, TRUE),
  ('exchanges', 'virtual', 'exchanges', TRUE, TRUE),
  ('people', 'all', 'exchanges', TRUE, TRUE),
  ('people', 'inbound', 'exchanges', TRUE, TRUE),
  ('people', 'outbound', 'exchanges', TRUE, TRUE),
  ('people', 'virtual', 'exchanges', TRUE, TRUE),
  ('person_nights', 'inbound', 'exchanges', TRUE, TRUE),
  ('person_nights', 'outbound', 'exchanges', TRUE, TRUE),
  ('youth', 'all', 'exchanges', TRUE, TRUE),
  ('officials', 'all', 'exchanges', TRUE, TRUE),
  ('first_time', 'all', 'exchanges', TRUE, TRUE),
  ('visitor_spend_gross', 'all', 'exchanges', TRUE, TRUE),
  ('visitor_spend_new', 'all', 'exchanges', TRUE, TRUE),
  ('visitor_spend_direct', 'all', 'exchanges', TRUE, TRUE),
  ('visitor_spend_indirect', 'all', 'exchanges', TRUE, TRUE),
  ('visitor_spend_induced', 'all', 'exchanges', TRUE, TRUE),
  ('events', 'all', 'events', TRUE, TRUE),
  ('attendance', 'all', 'events', TRUE, TRUE),
  ('event_spend_direct', 'all', 'events', TRUE, TRUE),
  ('event_spend_indirect', 'all', 'events', TRUE, TRUE),
  ('event_spend_induced', 'all', 'events', TRUE, TRUE),
  ('local_tax', 'all', 'exchanges_events', TRUE, TRUE),
  ('volunteer_hours', 'all', 'volunteer_hours', FALSE, FALSE),
  ('volunteer_value', 'all', 'volunteer_hours', FALSE, FALSE),
  ('trade_stage', 'lead', 'trade_contacts', TRUE, FALSE),
  ('trade_stage', 'meeting', 'trade_contacts', TRUE, FALSE),
  ('trade_stage', 'agreement', 'trade_contacts', TRUE, FALSE),
  ('trade_stage', 'deal', 'trade_contacts', TRUE, FALSE),
  ('trade_value_reported', 'all', 'trade_contacts', TRUE, FALSE),
  ('trade_value_attributed', 'all', 'trade_contacts', TRUE, FALSE),
  ('cost', 'all', 'budgets', FALSE, FALSE),
  ('cost', 'city', 'budgets', FALSE, FALSE),
  ('cost', 'private', 'budgets', FALSE, FALSE),
  ('cost', 'grant', 'budgets', FALSE, FALSE),
  ('cost', 'in_kind', 'budgets', FALSE, FALSE)
) AS m(measure, part, dataset, by_tie, by_purpose)
