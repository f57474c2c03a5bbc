package org.sistercityimpact.reports.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.check.CellText;
import org.sistercityimpact.reports.SmallNetwork;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.transform.Level;

class DataTablesTest {
  private static final List<String> PAYLOADS =
      List.of(
          "=1+1",
          "+1+1",
          "-2+3",
          "-",
          "@SUM(A1)",
          "\tx",
          "\rx",
          "  =1",
          "\ufeff=1",
          "\u200b=1",
          "\u00ad=1",
          "\u2066=1",
          "\u00a0+1",
          "\u3000+1",
          "\n@x",
          "\uff1d1",
          "\uff0b1",
          "\uff0d1",
          "\uff20x",
          "\ufe661",
          "\ufeff \uff1d1",
          "\u034f=1",
          "\ufe0f=1",
          "\u3164@x",
          "\u2800+1",
          "=1\n=2");

  private static final Table MIXED =
      new Table(
          "tables/mixed",
          List.of("name", "amount", "day", "nothing"),
          List.of(
              Table.row("Zürich 東京", new BigDecimal("1234.50"), LocalDate.of(2025, 3, 9), null),
              Table.row("=1+1", -7L, null, 3),
              Table.row("1,2", new BigDecimal("0.0001"), null, "")));

  private static final List<List<String>> ABOUT =
      List.of(List.of("Table", "mixed"), List.of("Notice", "@x"));

  @Test
  void takesTheSparkFromEveryFormula() {
    for (String payload : PAYLOADS) {
      assertEquals("'" + payload, CellText.harmless(payload));
    }
    for (String text :
        List.of("Trier", "1 = 1", "", "a\t=1", "’quote", "'=1", "-4", "+1", "-1,234.50", "-12%")) {
      assertEquals(text, CellText.harmless(text));
    }
  }

  @Test
  void givesNoFormulaToASpreadsheetInEitherForm() throws IOException {
    List<List<Object>> rows =
        PAYLOADS.stream()
            .map(p -> new ArrayList<Object>(List.of(p, "x" + p)))
            .collect(Collectors.toList());
    Table table = new Table("tables/attack", List.of("a", "b"), rows);
    String csv = new String(CsvText.of(table), StandardCharsets.UTF_8);
    try (var records =
        org.apache.commons.csv.CSVFormat.RFC4180.parse(new java.io.StringReader(csv))) {
      records.forEach(r -> r.forEach(cell -> assertEquals(cell, CellText.harmless(cell), csv)));
    }
    byte[] workbook = XlsxFile.of(table, List.of(List.of("=1", "+2")));
    for (String sheet : List.of("attack", "about")) {
      for (Row row : rows(workbook, sheet)) {
        for (Cell cell : row) {
          assertEquals(CellType.STRING, cell.getType());
          assertEquals(cell.asString(), CellText.harmless(cell.asString()));
        }
      }
    }
  }

  @Test
  void writesNumbersAndDatesThatASpreadsheetCanCountWith() throws IOException {
    List<Row> rows = rows(XlsxFile.of(MIXED, ABOUT), "mixed");
    assertEquals("name|amount|day|nothing", text(rows.get(0)));
    assertEquals("Zürich 東京", rows.get(1).getCellText(0));
    assertEquals(
        0, new BigDecimal("1234.5").compareTo(rows.get(1).getCellAsNumber(1).orElseThrow()));
    assertEquals(LocalDateTime.of(2025, 3, 9, 0, 0), rows.get(1).getCellAsDate(2).orElseThrow());
    assertEquals("'=1+1", rows.get(2).getCellText(0));
    assertEquals(0, new BigDecimal("-7").compareTo(rows.get(2).getCellAsNumber(1).orElseThrow()));
    assertEquals(
        0, new BigDecimal("0.0001").compareTo(rows.get(3).getCellAsNumber(1).orElseThrow()));
    assertEquals(
        "Table|mixed, Notice|'@x",
        rows(XlsxFile.of(MIXED, ABOUT), "about").stream()
            .map(DataTablesTest::text)
            .collect(Collectors.joining(", ")));
  }

  @Test
  void givesTheSameWorkbookAtAnyTimeAndPlace() throws InterruptedException {
    TimeZone zone = TimeZone.getDefault();
    byte[] first = XlsxFile.of(MIXED, ABOUT);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Thread.sleep(5);
      assertArrayEquals(first, XlsxFile.of(MIXED, ABOUT));
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void writesNumbersInFullPrecisionAndNothingForNull() throws Exception {
    try (var engine = SmallNetwork.of(3)) {
      Map<String, Table> tables =
          new DataTables(
                  ReportData.read(engine, 2025, Form.PUBLISHED, EnumSet.allOf(ReportKind.class)))
              .national().stream().collect(Collectors.toMap(Table::file, Function.identity()));
      assertEquals(
          List.of("parameter,key,dataset,rows", "fx_lcu_per_usd,VES:2025,trade_contacts,3"),
          lines(tables.get("tables/missing_parameters")));
      List<String> network = lines(tables.get("tables/network"));
      assertEquals(
          "metric_id,title,unit,data_year,key,name,low,central,high,n,status,rows_not_computed",
          network.get(0));
      assertTrue(
          network.stream().anyMatch(l -> l.matches("youth_share,.*,2025,,,0\\.\\d{4},.*,value,0")),
          "a share keeps four decimals");
      assertTrue(
          lines(tables.get("tables/partnerships")).stream().anyMatch(l -> l.contains(",,")),
          "an unknown is an empty cell");
    }
  }

  @Test
  void saysInWordsWhatAColumnHoldsOverTheNameThatProgramsUse() throws Exception {
    try (var engine = SmallNetwork.of(3)) {
      ReportData data =
          ReportData.read(engine, 2025, Form.PUBLISHED, EnumSet.allOf(ReportKind.class));
      for (Words words : List.of(Words.of("en"), Words.of("es"))) {
        List<Table> tables = new ArrayList<>(new DataTables(data).national());
        tables.add(new DataTables(data).members(data.reportingMembers()));
        for (Table table : tables) {
          for (String column : table.columns()) {
            assertTrue(words.bundle().containsKey("column." + column), table.file() + " " + column);
          }
        }
        Table states =
            tables.stream().filter(t -> t.file().equals("tables/states")).findFirst().orElseThrow();
        Table wide = WideTable.of(states, data, words).orElseThrow();
        byte[] book = XlsxFile.of(ABOUT, List.of(states, wide), new CellWords(data, words));
        boolean english = words.language().equals("en");
        List<Row> rows = rows(book, "states_wide");
        assertEquals(
            english ? "Year|Code|Name" : "Año|Código|Nombre",
            text(rows.get(0)).substring(0, english ? 14 : 17));
        assertTrue(text(rows.get(1)).startsWith("data_year|key|name|attendance|"));
        assertTrue(
            text(rows.get(0))
                .contains(
                    english ? "|People in|People out|" : "|Visitantes recibidos|People out|"));
        assertEquals(states.columns().size(), rows(book, "states").get(0).getCellCount());
        assertEquals("Table|mixed", text(rows(book, english ? "About" : "Acerca de").get(0)));
      }
    }
  }

  @Test
  void leavesNoCodeInAWorkbookThatItsReadersLanguageHasAWordFor() throws Exception {
    try (var engine = SmallNetwork.of(8)) {
      ReportData data =
          ReportData.read(engine, 2025, Form.PUBLISHED, EnumSet.allOf(ReportKind.class));
      Words spanish = Words.of("es");
      CellWords said = new CellWords(data, spanish);
      List<String> coded =
          List.of(
              "status",
              "unit",
              "funder",
              "category",
              "stage",
              "activity",
              "dataset",
              "code",
              "severity",
              "confidence",
              "assumption",
              "parameter",
              "expected");
      for (Table table : new DataTables(data).national()) {
        List<Row> rows = rows(XlsxFile.of(ABOUT, List.of(table), said), table.name());
        for (int r = 0; r < table.rows().size(); r++) {
          for (int c = 0; c < table.columns().size(); c++) {
            Object raw = table.rows().get(r).get(c);
            if (coded.contains(table.columns().get(c)) && raw instanceof String code) {
              String shown = rows.get(r + 2).getCellText(c);
              assertEquals(said.said(table, c, table.rows().get(r)), shown);
              assertFalse(shown.contains("_"), table.name() + ": " + shown);
              assertTrue(
                  !code.contains("_") && !code.contains("-") || !code.equals(shown),
                  table.name() + ": " + shown);
            }
          }
        }
      }
      Table purposes = table(data, "purposes");
      Set<Object> names =
          purposes.rows().stream()
              .map(row -> said.said(purposes, purposes.columns().indexOf("name"), row))
              .collect(Collectors.toSet());
      assertTrue(names.contains("educativo") && !names.contains("educational"), names.toString());
      Table network = table(data, "network");
      assertEquals(
          "Visitantes recibidos",
          network.rows().stream()
              .filter(row -> row.get(0).equals("people_in"))
              .map(row -> said.said(network, 1, row))
              .findFirst()
              .orElseThrow());
      assertTrue(
          lines(network).stream().anyMatch(line -> line.contains(",USD,")),
          "the CSV file keeps the codes");
    }
  }

  private static Table table(ReportData data, String name) {
    return new DataTables(data)
        .national().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void setsAColumnForEachMetricBesideARowForEachFigure() throws Exception {
    try (var engine = SmallNetwork.of(3)) {
      ReportData data =
          ReportData.read(engine, 2025, Form.PUBLISHED, EnumSet.allOf(ReportKind.class));
      Table members = new DataTables(data).members(data.reportingMembers());
      Table wide = WideTable.of(members, data, Words.of("en")).orElseThrow();
      assertEquals("tables/member_metrics_wide", wide.file());
      assertEquals(data.reportingMembers().size(), wide.rows().size());
      int people = wide.columns().indexOf("people_in");
      int low = wide.columns().indexOf("visitor_spend_direct_low");
      for (List<Object> row : wide.rows()) {
        Metric.Key key = new Metric.Key("people_in", 2025, Level.MEMBER, (String) row.get(1));
        BigDecimal central = data.metrics(Level.MEMBER).get(key).central();
        assertEquals(central == null, row.get(people) == null);
        assertTrue(central == null || central.compareTo((BigDecimal) row.get(people)) == 0);
        Metric.Key spent =
            new Metric.Key("visitor_spend_direct", 2025, Level.MEMBER, (String) row.get(1));
        BigDecimal least = data.metrics(Level.MEMBER).get(spent).low();
        assertEquals(least == null, row.get(low) == null);
        assertTrue(least == null || least.compareTo((BigDecimal) row.get(low)) == 0);
      }
      assertFalse(wide.columns().contains("people_in_low"), "a count has no range");
      assertTrue(WideTable.of(MIXED, data, Words.of("en")).isEmpty());
    }
  }

  private static List<String> lines(Table table) {
    return new String(CsvText.of(table), StandardCharsets.UTF_8).lines().toList();
  }

  private static List<Row> rows(byte[] workbook, String sheet) throws IOException {
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      return read.findSheet(sheet).orElseThrow().read();
    }
  }

  private static String text(Row row) {
    return row.stream().map(Cell::asString).collect(Collectors.joining("|"));
  }
}
