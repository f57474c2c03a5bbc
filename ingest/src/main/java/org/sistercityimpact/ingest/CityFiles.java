package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sistercityimpact.check.AcceptedRows;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.check.CityCheck;
import org.sistercityimpact.check.CityCheck.Against;
import org.sistercityimpact.check.CityCheck.Sent;
import org.sistercityimpact.check.Context;
import org.sistercityimpact.check.DatasetNames;
import org.sistercityimpact.check.FileCheck;
import org.sistercityimpact.check.Problems;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.warehouse.ConfigurationException;

/**
 * Checks single files on disk as ingest would, and writes nothing. Member, year and registry are
 * taken from the file's place when it lies as in an inbox; what is not known is not checked.
 */
public final class CityFiles {
  private final Contracts contracts;
  private final DatasetNames names;
  private final CityCheck check;

  /**
   * What the person says instead of the file's place; each may be null.
   *
   * @param dataset name of a contract, or one of its aliases
   * @param registry folder with members.csv and partnerships.csv
   * @param memberId whose the files are
   * @param dataYear their reporting year
   */
  public record Said(String dataset, Path registry, String memberId, Integer dataYear) {
    /** Nothing said. */
    public static final Said NOTHING = new Said(null, null, null, null);
  }

  /** A check against {@code contracts}, which tells equal assumptions of a file once. */
  public CityFiles(Contracts contracts) {
    this(contracts, false);
  }

  /**
   * The same.
   *
   * @param each whether it tells equal assumptions of a file each
   */
  public CityFiles(Contracts contracts, boolean each) {
    this.contracts = contracts;
    names = new DatasetNames(contracts);
    check = new CityCheck(contracts, each);
  }

  /**
   * Checks one file: of a workbook each sheet that is a dataset, or may be meant for one.
   *
   * @throws ConfigurationException when the file or the registry that was said is not there, or the
   *     dataset that was said is none
   */
  public List<FileCheck> check(Path file, Said said) {
    if (!Files.isRegularFile(file)) {
      throw new ConfigurationException(
          "Cannot check file '%s': it is %s (give the path of a file)"
              .formatted(file, Files.isDirectory(file) ? "a folder" : "not there"));
    }
    if (said.dataYear() != null && DatasetNames.year(said.dataYear().toString()) == null) {
      throw new ConfigurationException(
          "Cannot check for year '%d': it is no reporting year (write four digits, such as 2025)"
              .formatted(said.dataYear()));
    }
    try {
      Path folder = file.toAbsolutePath().normalize().getParent();
      return check.check(
          new Sent(
              file.toString(),
              file.getFileName().toString(),
              FileContent.of(file),
              dataset(said),
              folder.endsWith(DatasetNames.REGISTRY)),
          new Against() {
            @Override
            public Context context(Kind kind) {
              return CityFiles.this.context(kind, folder, said);
            }

            @Override
            public boolean isNamedBeside(String dataset) {
              return CityFiles.this.isNamedBeside(dataset, folder, context(Kind.SUBMITTED));
            }

            @Override
            public void beside(
                Contract contract, Checked checked, AcceptedRows rows, Problems problems) {
              PhotoNames.check(folder, contract, checked, rows, problems);
            }
          });
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    }
  }

  /** Whether a file of a member's folder is called as that dataset. */
  private boolean isNamedBeside(String dataset, Path folder, Context of) {
    if (of.memberId() == null) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .anyMatch(
              name -> names.meant(name, of.dataYear(), of.memberId()).equals(Optional.of(dataset)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConfigurationException unreadable(Path file, IOException e) {
    return new ConfigurationException(
        "Cannot check file '%s': %s (check its permissions)".formatted(file, Inbox.reason(e)), e);
  }

  private String dataset(Said said) {
    if (said.dataset() == null) {
      return null;
    }
    return names
        .dataset(said.dataset() + ".csv", false)
        .or(() -> names.dataset(said.dataset() + ".csv", true))
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "Cannot check as dataset '%s': there is none of that name (use one of %s)"
                        .formatted(
                            said.dataset(),
                            String.join(
                                ", ", contracts.all().stream().map(Contract::name).toList()))));
  }

  /** Member and year as the file's place has them: {@code <year>/<member_id>/<dataset>.csv}. */
  private Context context(Kind kind, Path folder, Said said) {
    if (kind == Kind.REGISTRY) {
      return new Context(null, null, registry(folder, said));
    }
    Path year = folder.getParent();
    Integer dataYear =
        year == null || year.getFileName() == null
            ? null
            : DatasetNames.year(year.getFileName().toString());
    boolean inInbox = dataYear != null;
    String memberId = inInbox ? folder.getFileName().toString() : null;
    Path beside =
        inInbox
            ? year.resolveSibling(DatasetNames.REGISTRY)
            : folder.resolve(DatasetNames.REGISTRY);
    return new Context(
        said.memberId() != null ? said.memberId() : memberId,
        said.dataYear() != null ? said.dataYear() : dataYear,
        registry(beside, said));
  }

  private Registry registry(Path beside, Said said) {
    if (said.registry() != null) {
      return registry(said.registry());
    }
    try {
      return RegistryInForce.ofFolder(contracts, beside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The registry of a folder of files.
   *
   * @throws ConfigurationException when it holds no members
   */
  public Registry registry(Path folder) {
    try {
      Registry registry = RegistryInForce.ofFolder(contracts, folder);
      if (registry != null) {
        return registry;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (Files.exists(folder) && !Files.isReadable(folder)) {
      throw new ConfigurationException(
          "Cannot read registry '%s': permission denied (ask for the right to read the folder)"
              .formatted(folder));
    }
    throw new ConfigurationException(
        "Cannot read registry '%s': it has no members.csv (give the folder that holds it)"
            .formatted(folder));
  }
}
