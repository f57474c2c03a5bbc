package org.sistercityimpact.release;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.release.diff.FigureComparison;
import org.sistercityimpact.release.edition.Gap;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.transform.TransformReport;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Warehouse;

/** What must hold before an edition is published. Every fault is told, not only the first. */
final class Gate {
  private static final String WHAT_IF = "what_if";
  private static final String TRANSFORM_AGAIN = "run 'impact transform', then publish again";

  /** So many doubts are told one by one, those that change most first. */
  private static final int DOUBTS_TOLD = 20;

  private final int year;
  private final List<Refusal> refusals = new ArrayList<>();

  Gate(int year) {
    this.year = year;
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  void refuse(String reason, String advice) {
    refusals.add(new Refusal(reason, advice));
  }

  /** A warehouse in such a state is not worth computing from. */
  void requireFinished(Warehouse warehouse) {
    Manifest manifest = warehouse.manifest();
    if (Transform.isStale(manifest)) {
      refuse("The metrics are older than the rows", TRANSFORM_AGAIN);
      return;
    }
    String whatIf = manifest.fact(WHAT_IF);
    if (whatIf != null && !whatIf.isEmpty()) {
      refuse(
          "The figures are a what-if with " + whatIf + ", not the published method",
          "run 'impact transform' without --set, then publish again");
    }
    String failed = Transform.failedChecks(manifest);
    if (!failed.isEmpty()) {
      refuse(
          "These checks failed at the last transform: " + failed,
          "run 'impact transform' to see the rows, and mend them");
    }
  }

  /** Every file's bytes are kept, and every row of it is accounted for. */
  void requireClosedRows(DuckDb warehouse) {
    for (Object[] row :
        warehouse
            .read(
                "SELECT file FROM submissions WHERE sha256 IS NULL AND status <> 'superseded' ORDER BY file")
            .values()) {
      refuse(
          "%s could not be read when it was ingested, so its bytes are not kept".formatted(row[0]),
          "make it readable or take it out of the inbox, and ingest again");
    }
    for (Object[] row :
        warehouse
            .read(
                "SELECT file, rows_read, rows_accepted, rows_rejected, rows_duplicate FROM submissions"
                    + " WHERE rows_read <> rows_accepted + rows_rejected + rows_duplicate ORDER BY file")
            .values()) {
      refuse(
          "%s has %s rows read, but %s accepted, %s rejected and %s duplicate"
              .formatted(row[0], row[1], row[2], row[3], row[4]),
          "this is a fault of the program; report it");
    }
  }

  /** Every value in doubt, of all years that the edition prints, is corrected or confirmed. */
  void requireSettled(DuckDb tables) {
    List<OpenDoubt> open = OpenDoubt.of(tables, 0, year);
    for (OpenDoubt doubt : open.subList(0, Math.min(open.size(), DOUBTS_TOLD))) {
      refuse(
          "In doubt: " + doubt.said(),
          "have the city correct it or, if it is right, add to registry/confirmed.csv: "
              + doubt.confirmation());
    }
    if (open.size() > DOUBTS_TOLD) {
      refuse(
          "%,d more values are in doubt".formatted(open.size() - DOUBTS_TOLD),
          "'impact status --doubts --year Y' lists those of a year");
    }
  }

  /** What was computed afresh passes its checks, and is what the warehouse says. */
  void requireSame(TransformReport computed, DuckDb warehouse, Warehouse afresh) {
    if (!computed.failed().isEmpty()) {
      refuse(
          "These checks fail when all is computed afresh: "
              + computed.failed().stream()
                  .map(TransformReport.FailedCheck::name)
                  .collect(Collectors.joining(", ")),
          "run 'impact transform' to see the rows, and mend them");
    }
    warehouse.expose("afresh", afresh.paths(afresh.manifest(), FigureComparison.FIGURES));
    String figures = "(SELECT * FROM " + FigureComparison.FIGURES + ")";
    List<Object[]> differing =
        warehouse
            .read(
                "SELECT metric_id, level, key, data_year FROM (%1$s EXCEPT (SELECT * FROM afresh)) UNION SELECT metric_id, level, key, data_year FROM ((SELECT * FROM afresh) EXCEPT %1$s) ORDER BY ALL"
                    .formatted(figures))
            .values();
    if (!differing.isEmpty()) {
      Object[] first = differing.get(0);
      refuse(
          "%,d figures differ from the warehouse when they are computed afresh, %s of %s %s %s for one"
              .formatted(differing.size(), first[0], first[1], first[2], first[3]),
          "contracts, SQL, parameters or the program have changed since: ingest again, "
              + TRANSFORM_AGAIN);
    }
  }

  /**
   * Each missing parameter of the year was accepted by name; throws {@link ConfigurationException}
   * when one was accepted that is not missing.
   */
  void requireAccepted(DuckDb tables, Set<Gap> accepted) {
    Set<Gap> missing = new LinkedHashSet<>();
    for (Object[] row :
        tables
            .read(
                "SELECT parameter, key, SUM(rows), string_agg(DISTINCT dataset, ', ' ORDER BY dataset) FROM missing_parameters WHERE data_year = "
                    + year
                    + " GROUP BY parameter, key ORDER BY parameter, key")
            .values()) {
      Gap gap = new Gap((String) row[0], (String) row[1]);
      missing.add(gap);
      if (!accepted.contains(gap)) {
        refuse(
            "Parameter %s has no row %s; rows not computed for want of it: %s of %s"
                .formatted(gap.parameter(), gap.key(), row[2], row[3]),
            "add the row to sql/parameters/%s.csv and run 'impact transform', or publish with --accept %s"
                .formatted(gap.parameter(), quoted(gap)));
      }
    }
    for (Gap gap : accepted) {
      if (!missing.contains(gap)) {
        throw new ConfigurationException(
            "Cannot accept '%s': no row of %d lacks it (%s)"
                .formatted(
                    gap,
                    year,
                    missing.isEmpty()
                        ? "nothing is missing; leave --accept out"
                        : "missing are "
                            + missing.stream()
                                .map(Gap::toString)
                                .collect(Collectors.joining(", "))));
      }
    }
  }

  private static String quoted(Gap gap) {
    return gap.toString().contains(" ") ? "'" + gap + "'" : gap.toString();
  }

  /** Coverage of every dataset that cities have to send is known for the network. */
  void requireCoverage(DuckDb tables, Contracts contracts) {
    Set<Object> stated =
        tables
            .read(
                "SELECT metric_id FROM %s WHERE level = 'network' AND status = 'value' AND data_year = %d"
                    .formatted(FigureComparison.FIGURES, year))
            .values()
            .stream()
            .map(row -> row[0])
            .collect(Collectors.toSet());
    for (Contract contract : contracts.all()) {
      String metric = "coverage_" + contract.name();
      boolean isAsked = contract.kind() == Contract.Kind.SUBMITTED && !contract.optional();
      if (isAsked && !stated.contains(metric)) {
        refuse(
            "The coverage of %s is not stated for %d".formatted(contract.name(), year),
            "add sql/metrics/%s.sql, or members that are expected to report".formatted(metric));
      }
    }
  }
}
