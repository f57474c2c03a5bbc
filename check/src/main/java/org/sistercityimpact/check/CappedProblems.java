package org.sistercityimpact.check;

import java.util.Map;

/**
 * The problems of one file up to a number that nobody will read to the end. A file of millions of
 * faulty rows would otherwise take minutes to report; its rows are counted all the same.
 */
final class CappedProblems implements Problems {
  static final int MOST = 100_000;

  private final Problems into;
  private long taken;

  CappedProblems(Problems into) {
    this.into = into;
  }

  @Override
  public void add(Problem problem) {
    if (taken++ < MOST) {
      into.add(problem);
    }
  }

  @Override
  public boolean wantsEach() {
    return into.wantsEach();
  }

  @Override
  public void discard() {
    taken = 0;
    into.discard();
  }

  /** Says how many were left out. */
  void finish() {
    if (taken > MOST) {
      into.add(ProblemCode.MORE_PROBLEMS.ofFile(Map.of("count", String.valueOf(taken - MOST))));
    }
  }
}
