package org.sistercityimpact.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.release.edition.Editions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "editions",
    description = "List the published editions: when, by whom, and which were withdrawn.")
final class EditionsCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;

  @Override
  public Integer call() {
    Editions editions = Editions.of(warehouse.open().folder());
    List<Map<String, Object>> documents = new ArrayList<>();
    for (EditionName name : editions.names()) {
      documents.add(document(editions.open(name)));
    }
    if (json) {
      console.printJson(documents);
    } else if (documents.isEmpty()) {
      console.print("No edition is published yet ('impact publish' makes one).");
    } else {
      documents.forEach(this::print);
    }
    return ExitCode.GOOD;
  }

  private void print(Map<String, Object> edition) {
    console.print(
        "%s  published %s, approved by %s, sha256 %s"
            .formatted(
                edition.get("edition"),
                edition.get("published_at").toString().substring(0, 10),
                edition.get("approved_by"),
                edition.get("sha256").toString().substring(0, 12)));
    if (edition.get("withdrawn") != null) {
      console.print("        " + edition.get("withdrawn"));
    }
  }

  private static Map<String, Object> document(Edition edition) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("edition", edition.name().toString());
    document.put("published_at", edition.record().approval().publishedAt());
    document.put("approved_by", edition.record().approval().approvedBy());
    document.put("sha256", edition.sha256());
    document.put("withdrawn", edition.withdrawal().map(w -> w.sentence()).orElse(null));
    return document;
  }
}
