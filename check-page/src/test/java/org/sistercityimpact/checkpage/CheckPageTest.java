package org.sistercityimpact.checkpage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.Registry.Member;
import org.sistercityimpact.check.Registry.Partnership;
import org.sistercityimpact.check.xlsx.SheetRows;
import org.sistercityimpact.check.xlsx.Workbook;
import org.sistercityimpact.check.xlsx.XlsxFile;

/** What a volunteer sees on the page, hears from it and takes from it. */
class CheckPageTest {
  @TempDir Path folder;

  private Browser show(Path page) {
    Assumptions.assumeTrue(
        Browser.installed().isPresent(), "No Chromium: nobody has looked at the page");
    return Browser.show(folder.resolve("profile"), page.toUri());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aFileWithMistakesIsFixedUntilThePageSaysSend() throws IOException {
    try (Browser page = show(Pages.write(folder))) {
      Volunteer volunteer = new Volunteer(page);
      volunteer.choosesCity("US-TX-fort-worth");
      volunteer.drops(file("exchanges.csv", Volunteer.WITH_MISTAKES));
      assertEquals(
          List.of("3 things to fix before everything counts."), volunteer.reads(".verdict"));
      assertEquals(
          List.of("Rows read4", "Good1", "To fix3", "To look at1"), volunteer.reads(".counts div"));
      assertEquals(
          List.of(
              "G4We read 9/6/2052end_date is '9/6/2052', which cannot be: a stay of 9,866 nights for 4 people; did you mean 2025-09-06?To fix: Correct the cell",
              "H5We read thirtypeople is 'thirty', which is not a whole numberTo fix: Write digits only, such as 12",
              "B6We read Trirpartnership_id is 'Trir', which is no partnership in the registryTo fix: Write US-TX-fort-worth~DE-trier"),
          volunteer.reads(".errors .item"));
      assertEquals(List.of("9/6/2052", "thirty", "Trir"), volunteer.reads(".sheet td.error"));
      assertEquals("exchanges.csv: 4 rows read, 3 to fix, 1 to look at.", volunteer.hears());
      volunteer.drops(file("exchanges.csv", Volunteer.FIXED));
      assertEquals(List.of("Everything is fine. Send this file."), volunteer.reads(".verdict"));
      assertEquals(List.of("How we read 5 things"), volunteer.reads("details.assumed summary"));
      assertEquals("exchanges.csv: 4 rows read, everything is fine.", volunteer.hears());
    }
  }

  @Test
  void theKeyboardGoesFromTheListToTheCellAndBack() throws IOException {
    try (Browser page = show(Pages.write(folder))) {
      Volunteer volunteer = new Volunteer(page);
      volunteer.choosesCity("US-TX-fort-worth");
      volunteer.drops(file("exchanges.csv", Volunteer.WITH_MISTAKES));
      page.evaluate("document.querySelectorAll('.errors .item button')[1].focus()");
      page.press("Enter", 13);
      page.await("document.activeElement.closest('td')");
      assertEquals("thirty", volunteer.isAt());
      page.press("Enter", 13);
      page.await("document.activeElement.matches('.item')");
      assertTrue(volunteer.isAt().startsWith("H5"), volunteer.isAt());
    }
  }

  @Test
  void axeFindsNothing() throws IOException {
    assertEquals(Set.of(), foundByAxe("en"));
  }

  @Test
  @Tag("slow")
  void axeFindsNothingInSpanish() throws IOException {
    assertEquals(Set.of(), foundByAxe("es"));
  }

  /** Light and dark, on a telephone and on a desk; empty, with faults and fine. */
  private Set<String> foundByAxe(String language) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Browser page = show(Pages.write(folder))) {
      Volunteer volunteer = new Volunteer(page);
      page.evaluate(
          "document.querySelector('.languages [data-language=%s]').click()".formatted(language));
      found.addAll(axe(page, language + ", empty"));
      volunteer.choosesCity("US-TX-fort-worth");
      volunteer.drops(file("exchanges.csv", Volunteer.WITH_MISTAKES));
      found.addAll(axe(page, language + ", with faults"));
      volunteer.drops(file("exchanges.csv", Volunteer.FIXED));
      found.addAll(axe(page, language + ", fine"));
    }
    return found;
  }

  private static Set<String> axe(Browser page, String when) throws IOException {
    try (InputStream in = CheckPageTest.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n;true");
    }
    Set<String> found = new TreeSet<>();
    for (String scheme : List.of("light", "dark")) {
      page.send(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      // Colors change slowly.
      page.evaluate("Promise.all(document.getAnimations().map(each => each.finished))");
      for (int width : List.of(360, 1440)) {
        page.send(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        page.evaluate(
                "axe.run().then(r => { if (!r.passes.length) throw Error('axe ran no rule'); return r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')); })")
            .texts()
            .forEach(
                violation -> found.add("%s, %s, %d: %s".formatted(when, scheme, width, violation)));
      }
    }
    return found;
  }

  @Test
  void theMarkedCopyAndTheListAreSaved() throws IOException {
    try (Browser page = show(Pages.write(folder))) {
      Volunteer volunteer = new Volunteer(page);
      volunteer.choosesCity("US-TX-fort-worth");
      volunteer.drops(file("exchanges.csv", Volunteer.WITH_MISTAKES.replace("thirty", "=1+1")));
      page.send(
          "Browser.setDownloadBehavior",
          Map.of("behavior", "allow", "downloadPath", folder.toString()));
      Path copy = folder.resolve("exchanges-marked.xlsx");
      Path list = folder.resolve("exchanges-list.csv");
      page.evaluate("document.querySelectorAll('.does button').forEach(button => button.click())");
      for (int i = 0; i < 200 && !(Files.exists(copy) && Files.exists(list)); i++) {
        page.evaluate("new Promise(done => setTimeout(done, 50))");
      }
      Workbook workbook = (Workbook) XlsxFile.open(Files.readAllBytes(copy));
      SheetRows rows = workbook.sheets().get(0).rows();
      List<String> seen = new ArrayList<>();
      while (rows.next()) {
        seen.add(rows.row() + " " + rows.text(0) + " " + (rows.width() > 7 ? rows.text(7) : ""));
      }
      assertEquals(
          List.of(
              "1 Sister City Program 2025 ",
              "2 ID Number of people",
              "3 EX-1 18",
              "4 EX-2 4",
              "5 EX-3 '=1+1",
              "6 EX-4 6",
              "7 Total 28"),
          seen);
      String lines = Files.readString(list);
      assertTrue(lines.startsWith("\ufefffile,sheet,row,column,field,"), lines);
      assertTrue(
          lines.contains("\"exchanges.csv\",\"\",\"5\",\"H\",\"people\",\"'=1+1\",\"to fix\""),
          lines);
    }
  }

  @Test
  void spanishIsSpokenThroughout() throws IOException {
    try (Browser page = show(Pages.write(folder))) {
      Volunteer volunteer = new Volunteer(page);
      volunteer.choosesCity("US-TX-fort-worth");
      volunteer.drops(file("exchanges.csv", Volunteer.FIXED));
      page.evaluate("document.querySelector('[data-language=es]').click()");
      assertEquals("es", page.evaluate("document.documentElement.lang").text());
      assertEquals(List.of("Todo está bien. Envíen este archivo."), volunteer.reads(".verdict"));
      assertEquals(List.of("Leído como Intercambios"), volunteer.reads(".what"));
      assertEquals("Revisen antes de enviar", page.evaluate("document.title").text());
    }
  }

  @Test
  void aFileThatIsTooLargeOrNoTableIsToldSo() throws IOException {
    try (Browser page = show(Pages.write(folder))) {
      Volunteer volunteer = new Volunteer(page);
      volunteer.drops(
          file("holiday photos.csv", "x"), file("exchanges.xlsx", "PK\3\4 no workbook"));
      assertEquals(
          List.of("Not recognized as one of the datasets", "Not recognized as one of the datasets"),
          volunteer.reads(".what"));
      page.evaluate(
          "(() => { const data = new DataTransfer(); const large = new File(['x'], 'events.csv'); Object.defineProperty(large, 'size', {value: 3e8}); data.items.add(large); window.large = large; const drop = new Event('drop', {cancelable: true}); Object.defineProperty(drop, 'dataTransfer', {value: {files: [large]}}); dispatchEvent(drop); })()");
      page.await("document.querySelectorAll('#results .verdict').length >= 3");
      assertEquals(
          "This file has 287 MB, and this page checks files of up to 25 MB. The network office has a program that takes larger ones.",
          volunteer.reads(".verdict").get(2));
    }
  }

  @Test
  void aTieThatIsNotPublicStandsOnItsOwnMembersPageOnly() throws IOException {
    String hidden = "US-OR-bend~FR-secret";
    Registry registry =
        new Registry(
            List.of(new Member("US-OR-bend", "Bend, OR", 2015, null)),
            List.of(new Partnership(hidden, "US-OR-bend", "Secret", null, false)));
    assertFalse(Pages.of(registry, null, "en").html().contains(hidden));
    assertTrue(Pages.of(registry, "US-OR-bend", "en").html().contains(hidden));
  }

  @Test
  void aNameCannotEndTheScriptThatHoldsIt() throws IOException {
    Registry registry =
        new Registry(
            List.of(
                new Member(
                    "US-OR-bend",
                    "</script><script>document.title='x'</script>{{worker}}",
                    2015,
                    null)),
            List.of());
    Path html = folder.resolve("check.html");
    Files.writeString(html, Pages.of(registry, "US-OR-bend", "en").html());
    try (Browser page = show(html)) {
      assertEquals("Check before you send", page.evaluate("document.title").text());
      assertEquals(
          "</script><script>document.title='x'</script>{{worker}}",
          page.evaluate("document.getElementById('city-name').textContent").text());
    }
  }

  @Test
  void bothLanguagesHaveTheWordsThatThePageAsksFor() throws IOException {
    Set<String> english = new TreeSet<>(CheckPage.words("en").keySet());
    assertEquals(english, new TreeSet<>(CheckPage.words("es").keySet()));
    Path resources =
        Pages.HOME.resolve("check-page/src/main/resources/org/sistercityimpact/checkpage");
    String sources =
        Files.readString(resources.resolve("page.js"))
            + Files.readString(resources.resolve("page.html"));
    Matcher asked =
        Pattern.compile("say\\(\\s*'(\\w+)'|data-(?:text|label)=\"(\\w+)\"").matcher(sources);
    while (asked.find()) {
      String key = asked.group(1) == null ? asked.group(2) : asked.group(1);
      assertTrue(
          english.contains(key)
              || english.contains(key + "_one") && english.contains(key + "_many"),
          key);
    }
    for (String key : english) {
      assertTrue(sources.contains(key.replaceFirst("_(?:one|many)$", "")), "unused: " + key);
    }
  }

  @Test
  void thePageOfOneRegistryIsTheSameEachTime() throws IOException {
    assertEquals(
        Pages.of(Pages.REGISTRY, null, "en").html(), Pages.of(Pages.REGISTRY, null, "en").html());
  }
}
