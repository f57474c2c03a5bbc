package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sistercityimpact.warehouse.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = "What a problem code means and how to mend it. Without a code: all codes.")
final class ExplainCommand extends ImpactCommand {
  @Parameters(arity = "0..1", paramLabel = "CODE", description = "Such as no-such-date.")
  String code;

  @Override
  public Integer call() throws IOException {
    Path folder = sql().resolve("codes");
    if (code == null) {
      List<String> codes = codes(folder);
      if (json) {
        console.printJson(codes);
      } else {
        codes.forEach(console::print);
      }
      return ExitCode.GOOD;
    }
    String name = code.strip().toLowerCase(Locale.ROOT);
    if (!codes(folder).contains(name)) {
      throw new ConfigurationException(
          "Cannot explain code '%s': there is no such code ('impact explain' lists all)"
              .formatted(code));
    }
    String text = Files.readString(folder.resolve(name + ".md")).stripTrailing();
    if (json) {
      console.printJson(Map.of("code", name, "text", text));
    } else {
      text.lines().forEach(console::print);
    }
    return ExitCode.GOOD;
  }

  private static List<String> codes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".md") && !file.equals("README.md"))
          .map(file -> file.substring(0, file.length() - ".md".length()))
          .sorted()
          .toList();
    }
  }
}
