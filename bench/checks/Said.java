import java.util.List;

/**
 * What one command line did.
 *
 * @param code its exit code
 * @param seconds from start to end, Java's start included
 */
record Said(int code, String out, String err, double seconds) {
  /** Whether it ended as a command may: no stack trace, no word of a fault of ours. */
  boolean isOrderly() {
    return code >= 0
        && code <= 4
        && !err.contains("\tat ")
        && !err.contains("fault of the program")
        && !err.contains("OutOfMemoryError");
  }

  /** The lines that say why it could not go on. */
  List<String> refusals() {
    return err.lines().filter(line -> line.startsWith("Cannot ")).toList();
  }
}
