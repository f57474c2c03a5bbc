package org.sistercityimpact.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.pdf.lint.Conformance;
import org.sistercityimpact.pdf.lint.PrintLint;
import org.sistercityimpact.reports.city.Brief;
import org.sistercityimpact.reports.city.CityLetter;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.text.Words;

/** The worked example 1 of the method, as a network of its own with names that try the layout. */
class SmallestNetworkTest {
  private static final Words ENGLISH = Words.of("en");
  private static final String MEMBER = "US-MN-long";

  @TempDir static Path folder;
  private static ReportData data;

  @BeforeAll
  static void take() throws IOException {
    data = network(folder, 12);
  }

  @Test
  void printsAMemberWithOneExchangeRoundedAndKeepsTheCents() throws Exception {
    Reports.write(
        data,
        ENGLISH,
        Set.of(ReportKind.NATIONAL, ReportKind.CITY),
        Optional.empty(),
        folder.resolve("out"),
        1,
        file -> {});
    Path pdf = folder.resolve("out/briefs/2025-brief-" + MEMBER + ".pdf");
    PdfPages brief = new PdfPages(pdf);
    assertEquals(2, brief.count());
    for (String amount :
        List.of(
            "Visitors, direct $430 $940 $2,000",
            "Visitors, indirect $93 $250 $630",
            "Visitors, induced $72 $200 $490",
            "Local tax on direct spending $4 $19 $59")) {
      assertTrue(brief.text(2).contains(amount), amount + " in " + brief.text(2));
    }
    String figures = Files.readString(folder.resolve("out/figures.json"));
    for (String cents : List.of("428.40", "942.48", "1950.75", "92.53", "4.28")) {
      assertTrue(figures.contains("\"value\" : \"" + cents), cents);
    }
    // Beside the first year of all stands a dash, and no figure of a year that nobody reported.
    assertTrue(brief.text(2).contains("2024"), brief.text(2));
    assertFalse(figures.contains("/2024\""), figures);
    assertEquals(List.of(), Conformance.failures(Files.readAllBytes(pdf)));
    assertEquals(
        List.of(),
        Conformance.failures(Files.readAllBytes(folder.resolve("out/national-2025.pdf"))));
  }

  @Test
  void cutsNoNameHoweverLong() {
    for (String language : Words.LANGUAGES) {
      assertEquals(List.of(), findings(data, Words.of(language)));
    }
  }

  @Test
  void printsALongNoticeAndALongWhatIfWholeOnTheCoverAndShortenedOnEveryPage() throws Exception {
    String draft = "This report is a draft 🎉 for review by the board of directors. ".repeat(3);
    ReportData noticed = data.withNotice(Optional.of(draft + "LAST-WORD"));
    ReportData whatIf =
        data.withWhatIf(
            Optional.of(
                "capture_rate=0.6/0.7/0.8, event_primary_share=0.1/0.2/0.3, ".repeat(3)
                    + "last=1"));
    for (ReportData marked : List.of(noticed, whatIf)) {
      assertEquals(List.of(), findings(marked, ENGLISH));
    }
    assertTrue(cover(noticed).contains("LAST-WORD"));
    assertTrue(cover(whatIf).contains("last=1"));
  }

  @Test
  void saysWithheldWhereAllOfATableIsAndDrawsNoEmptyChart() throws Exception {
    Path rule = Files.createDirectory(folder.resolve("rule"));
    SampleNetwork.copyOfTheSql(rule);
    Path published = rule.resolve("models/70_published/published_metrics.sql");
    String sound = Files.readString(published);
    assertTrue(sound.contains("m.status = 'withheld' OR"), sound);
    // As an edition by the first rule was, which withheld small counts of people.
    Files.writeString(
        published,
        sound.replace(
            "m.status = 'withheld' OR",
            "m.status = 'withheld' OR (m.metric_id IN ('people_in', 'person_nights_in', 'visitor_spend_gross', 'visitor_spend_new', 'visitor_spend_direct', 'visitor_spend_indirect', 'visitor_spend_induced', 'economic_output', 'local_tax') AND m.central > 0) OR"));
    ReportData few = network(Files.createDirectory(folder.resolve("few")), 4, rule);
    assertEquals(List.of(), findings(few, ENGLISH));
    Path out = folder.resolve("few/out");
    Reports.write(
        few,
        ENGLISH,
        Set.of(ReportKind.NATIONAL, ReportKind.CITY),
        Optional.empty(),
        out,
        1,
        file -> {});
    Path pdf = out.resolve("national-2025.pdf");
    PdfPages report = new PdfPages(pdf);
    Path annex = out.resolve("national-annex-2025.pdf");
    String text = report.all() + " " + new PdfPages(annex).all();
    for (String line :
        List.of(
            "withheld on 1 visit",
            "How many people came and went: withheld.",
            "What people from outside spent: withheld.",
            "Visitors, direct withheld withheld withheld",
            "Sum of local effects withheld withheld withheld",
            "Cultural 1 0 0 withheld 0",
            "Minnesota withheld withheld withheld",
            "All not reported not reported")) {
      assertTrue(text.contains(line), line + " in " + text);
    }
    assertFalse(text.contains("What changed since"), "there is no year before");
    assertEquals(List.of(), Conformance.failures(Files.readAllBytes(pdf)));
    assertEquals(List.of(), Conformance.failures(Files.readAllBytes(annex)));
    PdfPages brief = new PdfPages(out.resolve("briefs/2025-brief-" + MEMBER + ".pdf"));
    assertTrue(brief.text(1).contains("Visitors hosted withheld"), brief.text(1));
    assertTrue(brief.text(2).contains("What people from outside spent: withheld."), brief.text(2));
  }

  private static List<PrintLint.Finding> findings(ReportData of, Words words) {
    Templates templates = new Templates(words);
    List<PrintLint.Finding> findings = new ArrayList<>(SmallNetwork.findings(of, templates));
    for (Member member : of.network().members()) {
      findings.addAll(PrintLint.check(new Brief(of, templates).of(member).print()));
      findings.addAll(PrintLint.check(new CityLetter(of, templates).of(member, false).print()));
    }
    findings.removeIf(f -> f.kind() == PrintLint.Kind.PAGE_HALF_EMPTY);
    return findings;
  }

  private static String cover(ReportData of) throws IOException {
    Path out = Files.createTempDirectory(folder, "cover");
    Reports.write(of, ENGLISH, Set.of(ReportKind.NATIONAL), Optional.empty(), out, 1, file -> {});
    return new PdfPages(out.resolve("national-2025.pdf")).text(1);
  }

  private static ReportData network(Path folder, int people) throws IOException {
    return network(folder, people, SampleNetwork.SQL);
  }

  private static ReportData network(Path folder, int people, Path sql) throws IOException {
    Path inbox = folder.resolve("inbox");
    Path registry = Files.createDirectories(inbox.resolve("registry"));
    Files.writeString(
        registry.resolve("members.csv"),
        """
        member_id,name,state,jurisdiction_type,member_since
        %s,The Consolidated Metropolitan Government of Llanfairpwllgwyngyll and Upper Saint Croix Falls,MN,county,1990
        """
            .formatted(MEMBER));
    Files.writeString(
        registry.resolve("populations.csv"),
        "member_id,data_year,population,source\n%s,2020,120000,Census\n".formatted(MEMBER));
    Files.writeString(
        registry.resolve("partnerships.csv"),
        """
        partnership_id,member_id,partner_name,partner_local_name,partner_country,established,status
        %1$s~CD-long,%1$s,Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch 🎉,சென்னை,CD,1990,active
        %1$s~GR-a,%1$s,Athens 🎉 �,Αθήνα,GR,,friendship
        """
            .formatted(MEMBER));
    Path year = Files.createDirectories(inbox.resolve("2025").resolve(MEMBER));
    Files.writeString(
        year.resolve("exchanges.csv"),
        """
        exchange_id,partnership_id,direction,purpose,start_date,end_date,people,lodging,primary_purpose_share,paid_from_here_share
        E1,%s~CD-long,inbound,cultural,2025-05-01,2025-05-06,%s,homestay,.8,.25
        """
            .formatted(MEMBER, people));
    SampleNetwork.build(inbox, folder.resolve("warehouse"), sql);
    return SampleNetwork.bare(folder.resolve("warehouse"));
  }
}
