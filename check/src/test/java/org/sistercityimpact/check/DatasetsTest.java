package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every sentence of METHOD.md §2 about the other datasets and the registry. */
class DatasetsTest {

  /** A header, a good row that must pass, and a copy of it with one cell replaced. */
  private static List<String> codes(String dataset, String header, String good, String cell) {
    assertEquals(List.of(), check(dataset, header + "\n" + good + "\n").problems());
    String[] cells = good.split(",", -1);
    String[] change = cell.split("=", -1);
    cells[List.of(header.split(",")).indexOf(change[0])] = change[1];
    return check(dataset, header + "\n" + String.join(",", cells) + "\n").details().stream()
        .map(
            problem ->
                problem.columnName() + " " + problem.code() + " " + problem.severity().word())
        .toList();
  }

  private static Submission check(String dataset, String text) {
    boolean registry =
        Submission.CONTRACTS.named(dataset).orElseThrow().kind()
            == org.sistercityimpact.check.contract.Contract.Kind.REGISTRY;
    return Submission.of(
        dataset,
        text.getBytes(StandardCharsets.UTF_8),
        registry ? new Context(null, null, Submission.REGISTRY) : Submission.FORT_WORTH_2025);
  }

  @ParameterizedTest
  @CsvSource({
    "event_id=,event_id value-missing error",
    "partnership_id=US-OR-bend~IT-belluno,partnership_id other-members-partnership error",
    "partnership_id=Trier,partnership_id partner-by-name assumed",
    "partnership_id=,",
    "exchange_id=,",
    "date=,date value-missing error",
    "date=2024-05-01,date outside-year error",
    "title=,title value-missing error",
    "purpose=party,purpose not-in-list error",
    "attendance=,attendance value-missing error",
    "attendance=-1,attendance negative-number error",
    "attendance=49,nonlocal_attendance part-exceeds-whole error",
    "nonlocal_attendance=9,delegates part-exceeds-whole error",
    "nonlocal_attendance=,",
    "delegates=,",
    "method=guess,method not-in-list error",
    "method=TICKET,",
    "method=,method value-missing error",
  })
  void checksEvents(String change, String problem) {
    assertEquals(
        problem == null ? List.of() : List.of(problem),
        codes(
            "events",
            "event_id,partnership_id,exchange_id,date,title,purpose,attendance,nonlocal_attendance,delegates,method,co_organizers",
            "V1,US-TX-fort-worth~DE-trier,E1,2025-05-02,Fest,cultural,500,50,10,count,Lions;lions",
            change));
  }

  @Test
  void delegatesNeverExceedTheAttendanceEvenIfNobodyCountedTheNonLocal() {
    assertEquals(
        "delegates (60) is more than attendance (50)",
        check(
                "events",
                "event_id,date,title,purpose,attendance,nonlocal_attendance,delegates,method\n"
                    + "V1,2025-05-02,Fest,cultural,50,,60,count\n")
            .details()
            .get(0)
            .message());
  }

  @ParameterizedTest
  @CsvSource({
    "contact_id=,contact_id value-missing error",
    "partnership_id=,partnership_id value-missing error",
    "date=2026-01-01,date outside-year error",
    "company=,company value-missing error",
    "sector=3,sector wrong-form error",
    "sector=,",
    "contact_name=,",
    "contact_email=,",
    "stage=won,stage not-in-list error",
    "stage=Deal,",
    "value=-5,value negative-number error",
    "value=5.001,value too-many-decimals error",
    "value=,",
    "currency=,currency currency-missing error",
    "currency=XQX,currency unknown-code error",
    "currency=usd,",
    "evidence=E,evidence not-in-list error",
    "evidence=a,",
    "evidence=,",
    "contribution_share=1.5,contribution_share above-maximum error",
    "contribution_share=,",
  })
  void checksTradeContacts(String change, String problem) {
    assertEquals(
        problem == null ? List.of() : List.of(problem),
        codes(
            "trade_contacts",
            "contact_id,partnership_id,date,company,sector,contact_name,contact_email,stage,value,currency,evidence,contribution_share",
            "C1,US-TX-fort-worth~DE-trier,2025-05-02,Acme,31,Ann,ann@example.org,deal,1000.50,EUR,A,0.4",
            change));
  }

  @Test
  void oneContactReachesEachStageOnceAndAFurtherDealNeedsANewId() {
    String header = "contact_id,partnership_id,date,company,stage,value,currency\n";
    Submission file =
        check(
            "trade_contacts",
            header
                + "C1,US-TX-fort-worth~DE-trier,2025-01-02,Acme,lead,,\n"
                + "C1,US-TX-fort-worth~DE-trier,2025-02-02,Acme,deal,5,USD\n"
                + "C1,US-TX-fort-worth~DE-trier,2025-03-02,Acme,deal,6,USD\n");
    assertEquals("ROWS 3 1 2 0", file.counts());
    assertEquals(
        "Row 4 has the same contact_id and stage and other values, so none of them counts / "
            + "Keep the right one, or give each its own contact_id and stage",
        file.details().get(0).message() + " / " + file.details().get(0).fix());
  }

  @ParameterizedTest
  @CsvSource({
    "volunteer=,volunteer volunteer-missing error",
    "volunteers=3,volunteers volunteer-and-volunteers error",
    "month=,month value-missing error",
    "month=2025,",
    "month=2025-13,month wrong-form error",
    "month=May 2025,month month-read assumed",
    "month=2024-12,month outside-year error",
    "month=2024,month outside-year error",
    "activity=resting,activity not-in-list error",
    "activity=,activity value-missing error",
    "hours=,hours value-missing error",
    "hours=0,hours below-minimum error",
    "hours=-1,hours negative-number error",
    "hours=0.25,",
    "hours=0.255,hours too-many-decimals error",
    "hours=200,",
    "hours=744,hours doubt warning",
    "hours=744.01,hours too-many-hours error",
    "youth=maybe,youth not-yes-or-no error",
    "youth=Y,",
    "youth=FALSE,",
    "youth=1,",
    "youth=,",
  })
  void checksVolunteerHours(String change, String problem) {
    assertEquals(
        problem == null ? List.of() : List.of(problem),
        codes(
            "volunteer_hours",
            "volunteer,volunteers,month,activity,hours,youth",
            "Ann,,2025-05,hosting,10.5,no",
            change));
  }

  @Test
  void tellsWhichNumbersAreTakenInsteadOfANegativeOne() {
    String header = "volunteer,volunteers,month,activity,hours\n";
    assertEquals(
        "hours is '-1', and may not be negative / Write a number above 0",
        check("volunteer_hours", header + "Ann,,2025,other,-1\n").words());
    assertEquals(
        "volunteers is '-1', and may not be negative / Write a number from 1 up",
        check("volunteer_hours", header + ",-1,2025,other,2\n").words());
  }

  @Test
  void onlyOneNamedVolunteerInOneMonthIsHeldTo744Hours() {
    Submission file =
        check(
            "volunteer_hours",
            "volunteer,volunteers,month,activity,hours\nAnn,,2025,other,900\n,30,2025-05,other,900\n");
    assertEquals(List.of(), file.problems());
    assertEquals("ROWS 2 2 0 0", file.counts());
  }

  @Test
  void equalVolunteerRowsAllCountWithAWarningAndNoNameIsShown() {
    Submission file =
        check(
            "volunteer_hours",
            "volunteer,volunteers,month,activity,hours\n"
                + "Ann Lee,,2025-05,hosting,8\nann lee,,2025-05,Hosting,8.00\nAnn Lee,,2025-05,hosting,9\n"
                + "Bo Secret,4,2025-05,hosting,9\n");
    assertEquals("ROWS 4 3 1 0", file.counts());
    assertEquals(
        List.of(
            "3 null null null equal-row warning",
            "5 B volunteers 4 volunteer-and-volunteers error"),
        file.problems());
    assertEquals(false, file.details().toString().contains("Secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "line_id=,line_id value-missing error",
    "category=coffee,category not-in-list error",
    "funded_by=uncle,funded_by not-in-list error",
    "funded_by=In-Kind,funded_by spelling-read assumed",
    "amount_usd=,amount_usd value-missing error",
    "amount_usd=-100,amount_usd negative-number error",
    "amount_usd=0,",
    "amount_usd=10000000,",
    "amount_usd=9999999999.99,amount_usd doubt warning",
    "amount_usd=10000000000,amount_usd above-maximum error",
    "period_end=2026-06-30,period_end outside-year error",
    "period_end=,",
  })
  void checksBudgets(String change, String problem) {
    assertEquals(
        problem == null ? List.of() : List.of(problem),
        codes(
            "budgets",
            "line_id,category,funded_by,amount_usd,period_end",
            "B1,staff,city,1000.00,2025-06-30",
            change));
  }

  @ParameterizedTest
  @CsvSource({
    "exchange_id=,exchange_id value-missing error",
    "respondent=,respondent value-missing error",
    "wave=mid,wave not-in-list error",
    "q1=0,q1 below-minimum error",
    "q2=6,q2 above-maximum error",
    "q3=3.5,q3 not-a-whole-number error",
    "q4=,",
    "q5=-1,q5 negative-number error",
  })
  void checksSurveys(String change, String problem) {
    assertEquals(
        problem == null ? List.of() : List.of(problem),
        codes(
            "surveys",
            "exchange_id,respondent,wave,q1,q2,q3,q4,q5",
            "E1,r1,pre,1,2,3,4,5",
            change));
  }

  @Test
  void aSurveysKeyIsExchangeRespondentAndWave() {
    Submission file =
        check(
            "surveys",
            "exchange_id,respondent,wave,q1\nE1,r1,pre,1\nE1,r1,post,2\nE1,r2,pre,1\ne1,R1,PRE,5\n");
    assertEquals("ROWS 4 2 2 0", file.counts());
    assertEquals(
        List.of(
            "2 A exchange_id E1 conflicting-rows error",
            "5 A exchange_id e1 conflicting-rows error"),
        file.problems());
  }

  @ParameterizedTest
  @CsvSource({
    "member_id=,member_id value-missing error",
    "member_id=../x,member_id wrong-form error",
    "member_id=.x,member_id wrong-form error",
    "member_id=a b,member_id wrong-form error",
    "name=,name value-missing error",
    "state=Texas,state spelling-read assumed",
    "state=tx,",
    "state=ZZ,state unknown-code error",
    "jurisdiction_type=village,jurisdiction_type not-in-list error",
    "latitude=91,latitude above-maximum error",
    "latitude=-91,latitude below-minimum error",
    "latitude=32.75554881234,",
    "longitude=west,longitude not-a-number error",
    "member_since=,member_since value-missing error",
    "member_since=15,member_since not-a-year error",
    "member_until=2014,member_until end-before-start error",
    "member_until=,",
    "inside_member_id=us-or-BEND,",
    "inside_member_id=nobody,inside_member_id unknown-member error",
    "inside_member_id=us-tx-FORT-worth,inside_member_id inside-itself error",
  })
  void checksMembers(String change, String problem) {
    assertEquals(
        problem == null ? List.of() : List.of(problem),
        codes(
            "members",
            "member_id,name,state,jurisdiction_type,latitude,longitude,member_since,member_until,inside_member_id",
            "US-TX-fort-worth,Fort Worth,TX,city,32.7555,-97.3308,2015,2020,",
            change));
  }

  @ParameterizedTest
  @CsvSource({
    "partnership_id=a/b,partnership_id wrong-form error",
    "partnership_id=US-TX-x~DE-Köln,",
    "partnership_id=trier,",
    "partnership_id=us-tx-FORT-worth~DE-trier,",
    "partnership_id=US-OR-bend~DE-trier,partnership_id other-members-id error",
    "partnership_id=us-or-BEND~DE-trier,partnership_id other-members-id error",
    "member_id=US-OR-bend,partnership_id other-members-id error",
    "member_id=nobody,member_id unknown-member error",
    "member_id=us-tx-FORT-worth,",
    "partner_name=,partner_name value-missing error",
    "partner_country=Germany,partner_country spelling-read assumed",
    "partner_country=de,",
    "partner_country=Freedonia,partner_country unknown-code error",
    "partner_country=,partner_country value-missing error",
    "status=asleep,status not-in-list error",
    "status=,status value-missing error",
    "established=1836,",
    "ended=1980,ended end-before-start error",
  })
  void checksPartnerships(String change, String problem) {
    assertEquals(
        problem == null ? List.of() : List.of(problem),
        codes(
            "partnerships",
            "partnership_id,member_id,partner_name,partner_local_name,partner_country,partner_latitude,partner_longitude,established,status,ended",
            "US-TX-fort-worth~DE-trier,US-TX-fort-worth,Trier,,DE,49.7499,6.6371,1987,active,2024",
            change));
  }

  @ParameterizedTest
  @CsvSource({
    "member_id=nobody,member_id unknown-member error",
    "data_year=,data_year value-missing error",
    "population=1.5,population not-a-whole-number error",
    "source=,source value-missing error",
  })
  void checksPopulations(String change, String problem) {
    assertEquals(
        List.of(problem),
        codes(
            "populations",
            "member_id,data_year,population,source",
            "US-TX-fort-worth,2020,918915,Census",
            change));
  }

  @Test
  void checksCalendarAndAwards() {
    assertEquals(
        List.of("due_date not-a-date error"),
        codes("calendar", "data_year,due_date", "2025,2026-03-31", "due_date=March"));
    assertEquals(
        List.of("member_id unknown-member error"),
        codes(
            "awards",
            "data_year,award,member_id,citation",
            "2025,Best overall,US-TX-fort-worth,For all",
            "member_id=nobody"));
  }

  @ParameterizedTest
  @CsvSource({
    "1990-05-01, 1990",
    "5/12/1990, 1990",
    "May 1990, 1990",
    "mayo de 1990, 1990",
    "1990.0, 1990",
    "90, ",
    "12/90, ",
    "1990s, ",
  })
  void readsTheYearOfADayOrAMonth(String since, String year) {
    Submission file =
        Submission.of(
            "members",
            "member_id,name,state,jurisdiction_type,member_since\nUS-OH-akron,Akron,OH,city,"
                + since
                + "\n");
    assertEquals(year == null ? 0 : 1, file.account().accepted(), file.problems().toString());
    assertTrue(
        year == null || file.rows().get(0).contains("|" + year + "|"), file.rows().toString());
  }

  @Test
  void aLongitudeOfTheWestMayHaveADecimalComma() {
    Submission file =
        Submission.of(
            "members",
            "member_id;name;state;jurisdiction_type;latitude;longitude;member_since\n"
                + "US-OH-akron;Akron;OH;city;41,08;-81,52;1990\n");
    assertTrue(file.rows().get(0).contains("|41.080000|-81.520000|"), file.problems().toString());
  }

  @Test
  void sendsNobodyToARegistryThatHoldsNothingOfTheirs() {
    Registry none =
        new Registry(List.of(new Registry.Member("US-OH-akron", "Akron", 1990, null)), List.of());
    Submission file =
        Submission.of(
            "events",
            "event_id,partnership_id,date,title,purpose,attendance,method\nV1,Cork,2025-05-01,Fest,cultural,5,count\n"
                .getBytes(StandardCharsets.UTF_8),
            new Context("US-OH-akron", 2025, none));
    assertEquals(
        "partnership_id is 'Cork', which is no partnership in the registry / Write the partner's partnership_id; the network office has the list, and adds a new partner",
        file.words());
    assertEquals(
        "'US-OH-akron' is not a member in the registry, whose members.csv has rows that cannot be read: all of them",
        new Registry(List.of(), List.of()).unknown("US-OH-akron").message());
  }
}
