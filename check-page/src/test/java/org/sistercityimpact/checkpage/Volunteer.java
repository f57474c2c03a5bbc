package org.sistercityimpact.checkpage;

import java.nio.file.Path;
import java.util.List;
import org.sistercityimpact.check.json.Json;

/** Somebody of a city who uses the page. */
final class Volunteer {
  static final String WITH_MISTAKES =
      """
      Sister City Program 2025,,,,,,,,
      ID,Partner,Direction,Purpose,Title,Arrival,Departure,Number of people,Lodging
      EX-1,Nagaoka,Inbound,Youth,Baseball team,7/14/2025,7/21/2025,18,Homestay
      EX-2,Nagaoka,Outbound,Municipal,Mayor's visit,9/2/2025,9/6/2052,4,
      EX-3,Trier,Inbound,Cultural,Choir,10/3/2025,10/9/2025,thirty,Hotel
      EX-4,Trir,Inbound,Cultural,Painters,11/5/2025,11/9/2025,6,Hotel
      Total,,,,,,,28,
      """;

  static final String FIXED =
      WITH_MISTAKES
          .replace("2052", "2025")
          .replace("thirty", "30")
          .replace("Trir", "Trier")
          .replace("Total,,,,,,,28,\n", "");

  private final Browser page;

  Volunteer(Browser page) {
    this.page = page;
  }

  void choosesCity(String id) {
    page.evaluate(
        "(() => { const city = document.getElementById('city'); city.value = '%s'; city.dispatchEvent(new Event('change')); })()"
            .formatted(id));
  }

  /** Chooses files and waits until each has its answer. */
  void drops(Path... files) {
    page.evaluate("document.querySelectorAll('#results article').forEach(card => card.remove())");
    page.choose("#files", List.of(files));
    page.await("document.querySelectorAll('#results .verdict').length >= " + files.length);
    page.await(
        "!document.querySelector('details.sheet-part[open]') || document.querySelector('.sheet tbody tr')");
  }

  /** The texts of all elements that a selector names. */
  List<String> reads(String selector) {
    Json texts =
        page.evaluate(
            "[...document.querySelectorAll(%s)].map(element => element.textContent.replace(/\\s+/g, ' ').trim())"
                .formatted(Json.write(selector)));
    return texts.texts();
  }

  /** What is told to those who do not see the page. */
  String hears() {
    return page.evaluate("document.getElementById('said').textContent").text();
  }

  /** What has the focus. */
  String isAt() {
    return page.evaluate("document.activeElement.textContent.replace(/\\s+/g, ' ').trim()").text();
  }
}
