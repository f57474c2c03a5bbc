package org.sistercityimpact.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sistercityimpact.ingest.CheckOrder;
import org.sistercityimpact.ingest.CheckOrder.Group;
import org.sistercityimpact.ingest.CheckedFile;
import org.sistercityimpact.ingest.CheckingCluster;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.RawColumns;
import org.sistercityimpact.warehouse.SqlEngine.Part;

/**
 * Files checked by executors. A file is never split: where a quoted cell ends is known only from
 * the file's beginning. Spark's output commit lets only one attempt of each task count.
 */
public final class SparkCluster implements CheckingCluster {
  /** Enough for one task, so that starting it does not cost more than its work. */
  private static final long BYTES_A_TASK = 32L << 20;

  /** What opening a file costs, in bytes that could be checked meanwhile. */
  private static final long BYTES_A_FILE = 1L << 14;

  private final SparkEngine engine;

  private SparkCluster(SparkEngine engine) {
    this.engine = engine;
  }

  /** The machines of an engine that is open already; closing the one closes the other. */
  static SparkCluster of(SparkEngine engine) {
    return new SparkCluster(engine);
  }

  /** Opens a cluster, as {@link SparkEngine#open} does. */
  public static SparkCluster open(EngineOptions options) {
    return new SparkCluster(SparkEngine.open(options));
  }

  @Override
  public List<Part> check(CheckOrder order, Path folder, Consumer<CheckedFile> told) {
    SparkSession session = (SparkSession) engine.session();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    Accounts accounts = new Accounts(told);
    context.sc().register(accounts);
    // Twice as many tasks as hands: a slow file then delays less than half of them.
    List<ArrayList<Group>> tasks = spread(order.groups(), 2 * context.defaultParallelism());
    // The files travel with their tasks, not all of them with each.
    CheckOrder terms =
        new CheckOrder(
            order.contract(),
            order.contracts(),
            order.registry(),
            order.known(),
            order.warehouse(),
            List.of());
    RDD<InternalRow> rows =
        context
            .parallelize(tasks, Math.max(1, tasks.size()))
            .mapPartitions(
                mine -> {
                  List<Group> groups = new ArrayList<>();
                  mine.forEachRemaining(groups::addAll);
                  return (java.util.Iterator<InternalRow>)
                      new CheckedRows(terms, groups, accounts::add);
                })
            .rdd();
    return engine.write(
        SparkEngine.told(
            session.internalCreateDataFrame(rows, columns(order), false),
            RawColumns.about(order.contract())),
        folder);
  }

  private static StructType columns(CheckOrder order) {
    StructType columns = new StructType();
    for (var column : RawColumns.of(order.contract())) {
      columns = columns.add(column.name(), SparkTypes.named(column.type()), true);
    }
    return columns;
  }

  /**
   * Groups in tasks of about the same work: the largest first, each to the task with least. Lists
   * that can be sent to executors.
   */
  @SuppressWarnings("NonApiType")
  static List<ArrayList<Group>> spread(List<Group> groups, int slots) {
    long bytes = groups.stream().mapToLong(SparkCluster::work).sum();
    int count = (int) Math.min(groups.size(), Math.max(slots, bytes / BYTES_A_TASK + 1));
    record Task(ArrayList<Group> groups, long[] work) {}
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(new Task(new ArrayList<>(), new long[1]));
    }
    PriorityQueue<Task> least = new PriorityQueue<>(Comparator.comparingLong(t -> t.work()[0]));
    least.addAll(tasks);
    groups.stream()
        .sorted(Comparator.comparingLong(SparkCluster::work).reversed())
        .forEach(
            group -> {
              Task task = least.remove();
              task.groups().add(group);
              task.work()[0] += work(group);
              least.add(task);
            });
    return tasks.stream().map(Task::groups).toList();
  }

  private static long work(Group group) {
    return group.bytes() + group.files().size() * BYTES_A_FILE;
  }

  @Override
  public void close() {
    engine.close();
  }
}
