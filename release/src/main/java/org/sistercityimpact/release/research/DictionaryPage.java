package org.sistercityimpact.release.research;

import java.util.List;

/**
 * The dictionary as a page that needs nothing but a browser: every table and column, searchable.
 */
final class DictionaryPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>%1$s: dictionary</title>
      <style>
        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .2rem; }
        p { margin: .2rem 0 .8rem; }
        label { font-weight: 600; } input { font: inherit; padding: .4rem .6rem; width: min(24rem, 100%%); }
        table { border-collapse: collapse; width: 100%%; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8888; }
        td:first-child { font-family: ui-monospace, monospace; font-size: .9em; white-space: nowrap; }
        td:nth-child(2) { font-size: .9em; white-space: nowrap; }
        @media (max-width: 40rem) { td:first-child { white-space: normal; overflow-wrap: anywhere; } }
      </style>
      </head>
      <body>
      <main>
      <h1>%1$s: dictionary</h1>
      <p><label for="search">Find a table, a column or a word</label><br><input id="search" type="search" autocomplete="off"></p>
      <p id="found" role="status"></p>
      """;

  private static final String END =
      """
      <script>
        const rows = [...document.querySelectorAll('tbody tr')];
        document.getElementById('search').addEventListener('input', event => {
          const word = event.target.value.trim().toLowerCase();
          let found = 0;
          for (const row of rows) {
            const section = row.closest('section');
            const hit = (section.dataset.name + ' ' + row.textContent).toLowerCase().includes(word);
            row.hidden = !hit;
            found += hit ? 1 : 0;
          }
          for (const section of document.querySelectorAll('section')) {
            section.hidden = !section.querySelector('tbody tr:not([hidden])');
          }
          document.getElementById('found').textContent = word === '' ? '' : found + (found === 1 ? ' column' : ' columns');
        });
      </script>
      </main>
      </body>
      </html>
      """;

  private DictionaryPage() {}

  static String of(String title, List<ReleasedTable> tables) {
    StringBuilder page = new StringBuilder(HEAD.formatted(escaped(title)));
    for (ReleasedTable table : tables) {
      page.append("<section data-name=\"").append(escaped(table.name())).append("\">\n");
      page.append("<h2 id=\"%1$s\">%1$s</h2>\n".formatted(escaped(table.name())));
      page.append("<p>").append(escaped(table.title())).append('.');
      if (!table.grain().isEmpty()) {
        page.append(" Grain: ").append(escaped(table.grain())).append('.');
      }
      if (!table.unit().isEmpty()) {
        page.append(" Unit: ").append(escaped(table.unit())).append('.');
      }
      if (!table.key().isEmpty()) {
        page.append(" Key: ").append(escaped(String.join(", ", table.key()))).append('.');
      }
      page.append("</p>\n<table>\n<thead><tr><th scope=\"col\">Column</th>");
      page.append(
          "<th scope=\"col\">Type</th><th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n");
      for (ReleasedTable.Column column : table.columns()) {
        page.append(
            "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                    escaped(column.name()), escaped(column.type()), escaped(column.meaning())));
      }
      page.append("</tbody>\n</table>\n</section>\n");
    }
    return page.append(END).toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
