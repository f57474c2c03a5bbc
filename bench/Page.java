package org.sistercityimpact.checkpage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes files with one faulty row in ten, and times the page with them. */
final class Page {
  private static final String HEADER =
      "exchange_id,partnership_id,direction,purpose,title,start_date,end_date,people,youth,officials,first_time,nights,lodging,spend_usd,co_organizers\n";

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    if (arguments[0].equals("make")) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("exchanges.csv"), rows(Integer.parseInt(arguments[2])));
    } else {
      time(folder, List.of(arguments).subList(2, arguments.length));
    }
  }

  private static String rows(int count) {
    Random random = new Random(1);
    String[] wrong = {"Trir", "x", "2025-13-40", "thirty", "tent"};
    int[] at = {1, 2, 5, 7, 12};
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < count; i++) {
      int month = 1 + random.nextInt(12);
      int day = 1 + random.nextInt(20);
      String[] cells = {
        "EX-" + i, "US-TX-fort-worth~DE-trier", "inbound", "cultural", "Visit " + i,
        "2025-%02d-%02d".formatted(month, day), "2025-%02d-%02d".formatted(month, day + 4),
        "12", "4", "1", "0", "4", "hotel", "1200.50", "Rotary Club; Library"
      };
      if (random.nextInt(10) == 0) {
        int which = random.nextInt(wrong.length);
        cells[at[which]] = wrong[which];
      }
      rows.append(String.join(",", cells)).append('\n');
    }
    return rows.toString();
  }

  private static void time(Path folder, List<String> sizes) {
    for (String size : sizes) {
      Path profile = folder.resolve("profile-" + size);
      try (Browser page = Browser.show(profile, folder.resolve("check.html").toUri())) {
        print("page, open until it can be used", page, "performance.timing.loadEventEnd - performance.timing.navigationStart");
        page.evaluate(
            "(() => { const city = document.getElementById('city'); city.value = 'US-TX-fort-worth'; city.dispatchEvent(new Event('change')); })()");
        page.evaluate(
            """
            (() => {
              let last = performance.now();
              const tick = () => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; setTimeout(tick); };
              window.longest = 0;
              tick();
              document.getElementById('files').addEventListener('change', () => { began = performance.now(); }, {capture: true});
              new MutationObserver(() => { if (!ended && document.querySelector('#results .counts')) { ended = performance.now(); } })
                .observe(document.getElementById('results'), {childList: true, subtree: true});
            })()
            """);
        for (String when : List.of("at first", "again")) {
          page.evaluate("document.querySelectorAll('#results article').forEach(card => card.remove()); window.began = window.ended = window.longest = 0");
          page.choose("#files", List.of(folder.resolve(size).resolve("exchanges.csv")));
          page.await("window.ended && document.querySelector('.sheet tbody tr')");
          page.evaluate("new Promise(done => setTimeout(done, 2000))");
          print("page, %s rows %s".formatted(size, when), page, "ended - began");
          print("  longest standstill of the page", page, "longest");
        }
      }
    }
  }

  private static void print(String what, Browser page, String script) {
    System.out.printf(Locale.ROOT, "%s: %.0f ms%n", what, page.evaluate(script).number().doubleValue());
  }
}
