package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sistercityimpact.check.AnnotatedCopy;
import org.sistercityimpact.check.FileCheck;
import org.sistercityimpact.check.Severity;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.xlsx.MarkedCopy;
import org.sistercityimpact.ingest.FileContent;
import org.sistercityimpact.warehouse.Access;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * Marked copies of checked files, each under a name that no file has: neither the city's own nor a
 * copy in which somebody has begun to write is ever replaced.
 */
final class MarkedFiles {
  private static final int MOST_COPIES = 1_000;

  private final AnnotatedCopy copies;
  private final Path folder;

  /**
   * Copies into a folder; null: the current one.
   *
   * @param contracts that the files were checked against
   */
  MarkedFiles(Contracts contracts, Path folder) {
    copies = new AnnotatedCopy(contracts);
    this.folder = folder == null ? Path.of("") : folder;
  }

  /**
   * A copy.
   *
   * @param cells that are marked in it
   */
  record Marked(Path file, int cells) {}

  /** Writes the copy of a file; empty: there is nothing to mark, or no cell to be seen. */
  Optional<Marked> write(Path file, List<FileCheck> checks) {
    try {
      Optional<MarkedCopy.Copy> copy =
          copies.of(FileContent.of(file), checks.stream().map(FileCheck::found).toList());
      return copy.isEmpty()
          ? Optional.empty()
          : Optional.of(new Marked(write(file, copy.get().bytes()), copy.get().cells()));
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot write the marked copy of '%s' to folder '%s': %s (choose a folder with space that you may write to)"
              .formatted(file, folder.toAbsolutePath(), Warehouse.reason(e)),
          e);
    }
  }

  private Path write(Path file, byte[] bytes) throws IOException {
    String name = file.getFileName().toString();
    String stem = name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
    Access.SHARED.createFolders(folder.toAbsolutePath());
    for (int number = 1; ; number++) {
      Path copy = folder.resolve(stem + "-marked" + (number > 1 ? "-" + number : "") + ".xlsx");
      try {
        Access.PRIVATE.write(copy, bytes);
        return copy;
      } catch (FileAlreadyExistsException e) {
        if (number == MOST_COPIES) {
          throw e;
        }
      }
    }
  }

  /** Why a file has no copy. */
  String whyNone(List<FileCheck> checks) {
    boolean inOrder =
        checks.stream()
            .flatMap(c -> c.problems().stream())
            .allMatch(p -> p.severity() == Severity.ASSUMED);
    return inOrder
        ? "No marked copy: there is nothing to fix"
        : "No marked copy: the cells of this file cannot be read";
  }
}
