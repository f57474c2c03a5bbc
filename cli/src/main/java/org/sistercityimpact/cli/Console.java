package org.sistercityimpact.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * The two streams of a command: results and nothing else on standard output, everything about the
 * work itself on standard error. Progress is one rewritten line on a terminal, plain lines
 * elsewhere.
 */
final class Console {
  private static final int BAR = 24;
  private static final int WIDTH = 78;

  private final PrintStream out;
  private final PrintStream err;
  private final OutputStream bar;
  private final boolean terminal;
  private int widestCell = TextTable.WIDEST;
  private int lineWidth;
  private boolean barOpen;
  private String announced;

  /** Over two streams, on which nothing appears that steers a terminal but the bar. */
  Console(OutputStream out, OutputStream err, boolean terminal) {
    this.out = harmless(out);
    this.err = harmless(err);
    this.bar = err;
    this.terminal = terminal;
  }

  /** The process's own streams, in UTF-8 whatever the locale. */
  static Console ofProcess() {
    // The launcher asks the shell: Java cannot tell whether standard error is a terminal.
    Console console =
        new Console(
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            Boolean.getBoolean("impact.terminal"));
    // What a library or a dying thread says goes the same way.
    System.setErr(console.err);
    return console;
  }

  /**
   * Whether a person types what is read and reads what is written. The launcher asks the shell:
   * since Java 22 its own console no longer tells.
   */
  static boolean isPersonal() {
    return Boolean.getBoolean("impact.personal");
  }

  private static PrintStream harmless(OutputStream stream) {
    return new PrintStream(
        new VisibleControls(new BufferedOutputStream(stream, 1 << 16)),
        false,
        StandardCharsets.UTF_8);
  }

  /** A console whose results go elsewhere, and whose words come here. */
  Console over(OutputStream results) {
    Console there = new Console(results, err, false);
    there.widestCell = widestCell;
    return there;
  }

  /**
   * A console whose results go to a screen.
   *
   * @param letters in a line of it, which tables keep to where they can; 0: not known
   */
  Console over(OutputStream results, int letters) {
    Console there = over(results);
    there.lineWidth = letters;
    return there;
  }

  /** How many letters a line of results should have at most; 0: any number. */
  int lineWidth() {
    return lineWidth;
  }

  /** After how many letters a cell of a table is cut; 0: never. */
  int widestCell() {
    return widestCell;
  }

  /** Cuts a cell of a result's table after so many letters; 0: never. */
  void cutCells(int letters) {
    widestCell = letters;
  }

  /** A path as one word of a command line that a person may copy. */
  static String word(Path path) {
    String text = path.toString();
    return text.matches("[\\p{L}\\p{N}._/~+:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** Standard output, for results. */
  PrintStream out() {
    return out;
  }

  /** Standard error, for what others write about the work. */
  PrintStream err() {
    return err;
  }

  /** One line of a result. */
  void print(String line) {
    out.println(VisibleControls.in(line));
  }

  /** A result as one JSON document. */
  void printJson(Object value) {
    out.println(json(value));
  }

  /** Values as one JSON document, an array, each printed as it comes. */
  void printJson(Iterator<?> values) throws IOException {
    try (SequenceWriter array = Json.EACH.writeValuesAsArray(out)) {
      while (values.hasNext()) {
        array.write(values.next());
      }
    }
    out.println();
  }

  /** A value as indented JSON; decimals keep their digits. */
  static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The stage that begins, told with its first step: where it cannot even begin, the error is the
   * only line.
   */
  synchronized void announce(String line) {
    tellAnnounced();
    announced = line;
  }

  private void tellAnnounced() {
    String line = announced;
    announced = null;
    if (line != null) {
      say(line);
    }
  }

  /** A number of things in words: {@code 1 page}, {@code 1,204 pages}. */
  static String count(long number, String one) {
    return "%,d %s".formatted(number, number == 1 ? one : one + "s");
  }

  /** One plain line about the work. */
  synchronized void say(String line) {
    tellAnnounced();
    clearBar();
    err.println(VisibleControls.in(line));
    err.flush();
  }

  /** How far a stage is: a bar on a terminal, nothing elsewhere. */
  synchronized void progress(String stage, long done, long total) {
    tellAnnounced();
    if (!terminal || total <= 0) {
      return;
    }
    int filled = (int) (BAR * Math.min(done, total) / total);
    String line =
        "  %s%s  %,d of %,d  %s"
            .formatted("█".repeat(filled), "░".repeat(BAR - filled), done, total, stage);
    draw(VisibleControls.in(line + " ".repeat(WIDTH)).substring(0, WIDTH));
    barOpen = true;
  }

  private void clearBar() {
    if (barOpen) {
      draw(" ".repeat(WIDTH) + "\r");
      barOpen = false;
    }
  }

  private void draw(String line) {
    err.flush();
    try {
      bar.write(("\r" + line).getBytes(StandardCharsets.UTF_8));
      bar.flush();
    } catch (IOException e) {
      // Nobody looks any more; the work goes on.
      barOpen = false;
    }
  }

  /** An error line, after which the command ends. */
  synchronized void fail(String line) {
    announced = null;
    say(line);
  }

  /** A fault with its stack trace, under --debug. */
  void trace(Throwable fault) {
    fault.printStackTrace(err);
  }

  /** Writes out what is buffered; true when standard output took everything. */
  boolean flush() {
    clearBar();
    err.flush();
    out.flush();
    return !out.checkError();
  }

  /** A value as JSON on one line; decimals keep their digits. */
  static String jsonLine(Object value) {
    try {
      return Json.MAPPER
          .writer()
          .without(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jackson is loaded only by commands that print JSON. */
  private static final class Json {
    static final ObjectMapper MAPPER =
        new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    /** Leaves it to the console when standard output is written and closed. */
    static final ObjectWriter EACH =
        MAPPER
            .writer()
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .without(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  }
}
