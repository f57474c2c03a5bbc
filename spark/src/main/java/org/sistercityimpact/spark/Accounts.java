package org.sistercityimpact.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.util.AccumulatorV2;
import org.sistercityimpact.ingest.CheckedFile;

/**
 * The accounts of checked files on their way back from executors. Spark hands over those of a
 * finished task once, and those of a failed or overtaken attempt never, so that they agree with the
 * rows that were written.
 */
final class Accounts extends AccumulatorV2<CheckedFile, Integer> {
  private final List<CheckedFile> files = new ArrayList<>();

  /** Where they go, here where the order was given; executors have none. */
  private final transient Consumer<CheckedFile> told;

  Accounts(Consumer<CheckedFile> told) {
    this.told = told;
  }

  @Override
  public boolean isZero() {
    return files.isEmpty();
  }

  @Override
  public AccumulatorV2<CheckedFile, Integer> copy() {
    Accounts copy = new Accounts(null);
    copy.files.addAll(files);
    return copy;
  }

  @Override
  public void reset() {
    files.clear();
  }

  @Override
  public void add(CheckedFile file) {
    files.add(file);
  }

  @Override
  public void merge(AccumulatorV2<CheckedFile, Integer> other) {
    if (told == null) {
      files.addAll(((Accounts) other).files);
    } else {
      ((Accounts) other).files.forEach(told);
    }
  }

  @Override
  public Integer value() {
    return files.size();
  }

  /** Half an account would be sent with each sign of life otherwise. */
  @Override
  public boolean excludeFromHeartbeat() {
    return true;
  }
}
