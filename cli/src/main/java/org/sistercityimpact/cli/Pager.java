package org.sistercityimpact.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What fits on a screen is printed; what does not goes through the pager that the person has chosen
 * (PAGER), or through less, where lines are not folded.
 */
final class Pager extends OutputStream {
  private final OutputStream screen;
  private final int height;
  private final List<String> command;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private int lines;
  private Process pager;
  private OutputStream to;

  /**
   * A pager.
   *
   * @param height lines that are printed without it
   * @param command and its arguments; where it cannot be run, all is printed
   */
  Pager(OutputStream screen, int height, List<String> command) {
    this.screen = screen;
    this.height = height;
    this.command = command;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (to == null) {
      held.write(bytes, from, length);
      for (int i = from; i < from + length; i++) {
        lines += bytes[i] == '\n' ? 1 : 0;
      }
      if (lines > height) {
        open();
        pass(held.toByteArray(), 0, held.size());
      }
    } else {
      pass(bytes, from, length);
    }
  }

  private void open() {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      // It shows rows that others wrote: no commands and no files from within it.
      builder.environment().put("LESSSECURE", "1");
      pager = builder.start();
      to = pager.getOutputStream();
    } catch (IOException notThere) {
      to = screen;
    }
  }

  private void pass(byte[] bytes, int from, int length) throws IOException {
    try {
      to.write(bytes, from, length);
    } catch (IOException e) {
      // Who leaves the pager has seen enough.
      if (pager == null) {
        throw e;
      }
      to = OutputStream.nullOutputStream();
    }
  }

  @Override
  public void flush() throws IOException {
    if (to != null && pager == null) {
      to.flush();
    }
  }

  /** Shows the last of it, and waits until the person has seen it. */
  @Override
  public void close() throws IOException {
    if (to == null) {
      held.writeTo(screen);
    }
    screen.flush();
    if (pager != null) {
      try {
        to.close();
      } catch (IOException left) {
        // As above.
      }
      try {
        pager.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
