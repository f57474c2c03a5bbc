package generator;

import java.util.List;
import java.util.Locale;

/**
 * The six datasets that a city reports, and its stories, with the plain field names of the method.
 */
enum Dataset {
  EXCHANGES(
      0.7,
      "exchange_id,partnership_id,direction,purpose,title,start_date,end_date,people,youth,officials,"
          + "first_time,nights,lodging,primary_purpose_share,paid_from_here_share,spend_usd,"
          + "co_organizers"),
  EVENTS(
      0.6,
      "event_id,partnership_id,exchange_id,date,title,purpose,attendance,nonlocal_attendance,delegates,"
          + "method,co_organizers"),
  TRADE_CONTACTS(
      0.6,
      "contact_id,partnership_id,date,company,sector,contact_name,contact_email,stage,value,currency,"
          + "evidence,contribution_share"),
  VOLUNTEER_HOURS(1.6, "volunteer,volunteers,month,activity,hours,youth"),
  BUDGETS(0.6, "line_id,category,funded_by,amount_usd,period_end"),
  SURVEYS(1.9, "exchange_id,respondent,wave,q1,q2,q3,q4,q5"),
  /** In the sample alone. */
  HIGHLIGHTS(0, "date,partnership_id,title,text,photo,alt_text,credit,consent");

  /** This dataset's part of the rows; the parts of the six have mean 1. */
  final double part;

  final List<String> columns;

  Dataset(double part, String columns) {
    this.part = part;
    this.columns = List.of(columns.split(","));
  }

  String fileName() {
    return name().toLowerCase(Locale.ROOT) + (this == HIGHLIGHTS ? "-2025" : "") + ".csv";
  }
}
