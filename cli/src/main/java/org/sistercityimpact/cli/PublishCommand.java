package org.sistercityimpact.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sistercityimpact.release.Publication;
import org.sistercityimpact.release.Refusal;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.release.edition.Gap;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "publish",
    description = "Freeze a year's figures and reports as an edition that never changes.",
    footer = {
      "",
      "Everything is computed afresh from the originals, compared with the edition before, and kept",
      "under editions/ in the warehouse together with all that it was made from.",
      "Exit code 4: something must be done first; it is listed, and nothing is published."
    })
final class PublishCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;

  @Parameters(paramLabel = "EDITION", description = "Its name, <year>.<n>, such as 2025.1.")
  String edition;

  @Option(
      names = "--approved-by",
      paramLabel = "NAME",
      required = true,
      description = "Who approved the figures; kept in the edition.")
  String approvedBy;

  @Option(
      names = "--accept",
      paramLabel = "PARAMETER:KEY",
      description = "A missing parameter to publish without; its amounts stay \"not computed\".")
  List<String> accept = List.of();

  @Override
  public Integer call() throws IOException {
    EditionName name = EditionName.parse(edition);
    if (approvedBy.isBlank()) {
      throw new ConfigurationException(
          "Cannot publish edition '%s': --approved-by is empty (say who approved the figures)"
              .formatted(name));
    }
    Set<Gap> accepted = new LinkedHashSet<>();
    accept.forEach(text -> accepted.add(Gap.parse(text)));
    Warehouse store = warehouse.openTransformed();
    RunRecord record = new RunRecord("publish");
    record.put("edition", name.toString());
    console.announce("Computing edition " + name + " afresh from the originals");
    try (Publication publication =
        Publication.prepare(store, sql(), name, accepted, console::progress)) {
      record.stage("compute");
      List<Refusal> refusals = publication.refusals();
      Edition published = null;
      if (!json && publication.changes() != null) {
        new DiffPrinter(console).print(publication.changes());
      }
      if (refusals.isEmpty()) {
        published = publication.freeze(approvedBy.strip(), Clock.systemUTC());
        record.stage("freeze");
      }
      int code = published == null ? ExitCode.REFUSED : ExitCode.GOOD;
      record.put("refusals", refusals.stream().map(Refusal::toString).toList());
      record.write(store, code);
      if (json) {
        console.printJson(document(name, publication, published));
      } else {
        print(name, refusals, published);
      }
      return code;
    }
  }

  private void print(EditionName name, List<Refusal> refusals, Edition published) {
    console.print("");
    if (published == null) {
      console.print("Edition %s is not published. To do first:".formatted(name));
      refusals.forEach(refusal -> console.print("  - " + refusal));
      return;
    }
    console.print(
        "Published edition %s, approved by %s: %,d files in %s"
            .formatted(
                name,
                published.record().approval().approvedBy(),
                published.record().files().size(),
                published.folder()));
    console.print(
        "It is known by sha256 " + published.sha256() + ", which the next edition will hold");
    console.print(
        "It needs nothing outside that folder: 'impact rebuild %s' makes it again from there, 'impact doctor' tells whether it is whole"
            .formatted(published.folder()));
  }

  private static Map<String, Object> document(
      EditionName name, Publication publication, Edition published) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("edition", name.toString());
    document.put("published", published != null);
    document.put("folder", published == null ? null : published.folder().toString());
    document.put("sha256", published == null ? null : published.sha256());
    document.put(
        "refusals",
        publication.refusals().stream()
            .map(refusal -> Map.of("reason", refusal.reason(), "advice", refusal.advice()))
            .toList());
    document.put(
        "changes",
        publication.changes() == null ? null : DiffPrinter.document(publication.changes()));
    return document;
  }
}
