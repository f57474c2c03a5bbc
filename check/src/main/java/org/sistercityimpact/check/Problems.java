package org.sistercityimpact.check;

/** Where the problems of one file go as they are found, in no promised order. */
public interface Problems {
  /** Takes one more. */
  void add(Problem problem);

  /** Whether equal assumptions are wanted each, instead of one with the rows of the others. */
  default boolean wantsEach() {
    return false;
  }

  /** Forgets all of this file so far: it has turned out to be unusable. */
  void discard();
}
