package org.sistercityimpact.cli;

/** The exit codes that scripts may rely on. */
final class ExitCode {
  /** Good, also when rows were rejected and every file is accounted for. */
  static final int GOOD = 0;

  /** Findings: a failed check, an unusable or conflicting file, a rejected row under --strict. */
  static final int FINDINGS = 1;

  /** Usage or configuration: one line on standard error says what to do. */
  static final int CONFIGURATION = 2;

  /** A fault of the program or the machine. */
  static final int INTERNAL = 3;

  /** The publish gate refused: standard output lists what to do. */
  static final int REFUSED = 4;

  private ExitCode() {}
}
