-- title: Counts, hours, costs and trade have low = central = high
SELECT metric_id, data_year, level, key, low, central, high
FROM metrics
WHERE metric_id NOT IN (
    'visitor_spend_gross', 'visitor_spend_new', 'visitor_spend_direct', 'visitor_spend_indirect',
    'visitor_spend_induced', 'event_spend_direct', 'event_spend_indirect', 'event_spend_induced', 'economic_output',
    'local_tax', 'volunteer_value', 'visitor_dollars_per_city_dollar', 'net_direct'
  )
  AND metric_id NOT LIKE 'survey_change%'
  AND (low <> central OR central <> high)
