package org.sistercityimpact.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.release.edition.Editions;
import org.sistercityimpact.release.edition.Withdrawal;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "withdraw",
    description = "Mark an edition as one that should no longer be used, with the reason.",
    footer = {
      "",
      "Nothing of the edition is deleted or changed. Whoever queries, traces or rebuilds it hears the",
      "reason, doctor tells it, and the next edition prints it in its change note."
    })
final class WithdrawCommand extends ImpactCommand {
  /** It stands in a sentence of the next report. */
  private static final int LONGEST_REASON = 300;

  @Mixin WarehouseOption warehouse;

  @Parameters(paramLabel = "EDITION", description = "Its name in the warehouse, such as 2025.1.")
  String edition;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, in one line of up to 300 letters; it is printed and handed on.")
  String reason;

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who withdraws it.")
  String by;

  @Override
  public Integer call() throws IOException {
    EditionName name = EditionName.parse(edition);
    String why = line("reason", reason, name).replaceAll("[.\\s]+$", "");
    String who = line("by", by, name);
    Warehouse store = warehouse.open();
    Edition published = Editions.of(store.folder()).open(name);
    RunRecord record = new RunRecord("withdraw");
    Withdrawal withdrawal = published.withdraw(store, why, who, Clock.systemUTC());
    record.put("edition", name.toString());
    record.write(store, ExitCode.GOOD);
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("edition", name.toString());
      document.put("reason", withdrawal.reason());
      document.put("withdrawn_by", withdrawal.withdrawnBy());
      document.put("withdrawn_at", withdrawal.withdrawnAt());
      console.printJson(document);
    } else {
      console.print("Edition %s was %s".formatted(name, withdrawal.sentence()));
      console.print(
          "Nothing of it was deleted. Publish corrected figures as the next edition, whose change note will say so.");
    }
    return ExitCode.GOOD;
  }

  private static String line(String option, String text, EditionName name) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.isEmpty() || line.length() > LONGEST_REASON) {
      throw new ConfigurationException(
          "Cannot withdraw edition '%s': --%s is %s (write one line of up to %d letters)"
              .formatted(name, option, line.isEmpty() ? "empty" : "too long", LONGEST_REASON));
    }
    return line;
  }
}
