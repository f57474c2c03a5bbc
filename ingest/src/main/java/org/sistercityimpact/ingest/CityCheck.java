package org.sistercityimpact.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.check.Checker;
import org.sistercityimpact.check.Content;
import org.sistercityimpact.check.Context;
import org.sistercityimpact.check.Outcome;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.ProblemCode;
import org.sistercityimpact.check.Problems;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.SheetNames;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.warehouse.ConfigurationException;

/**
 * Checks single files as ingest would, and writes nothing. Member, year and registry are taken from
 * the file's place when it lies as in an inbox; what is not known is not checked.
 */
public final class CityCheck {

  private final Contracts contracts;

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

  /** A check against {@code contracts}. */
  public CityCheck(Contracts contracts) {
    this.contracts = contracts;
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
    if (said.dataYear() != null && Inbox.year(said.dataYear().toString()) == null) {
      throw new ConfigurationException(
          "Cannot check for year '%d': it is no reporting year (write four digits, such as 2025)"
              .formatted(said.dataYear()));
    }
    try {
      return checked(file, said);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot check file '%s': %s (check its permissions)".formatted(file, Inbox.reason(e)), e);
    }
  }

  private List<FileCheck> checked(Path file, Said said) throws IOException {
    boolean fits = Files.size(file) <= FileLimit.BYTES;
    Content content = fits ? Intake.content(file) : null;
    boolean isRegistry = folder(file).endsWith(Inbox.REGISTRY);
    if (!fits || said.dataset() != null || isRegistry || !isWorkbook(file, content)) {
      Found problems = new Found();
      Contract contract = contract(file, said, isRegistry, problems);
      return List.of(checked(file, content, null, contract, said, problems));
    }
    Inbox names = Inbox.named(contracts);
    List<FileCheck> checks = new ArrayList<>();
    for (Workbooks.Found sheet :
        new Workbooks(contracts, names)
            .sheets(
                content, said.dataYear(), names.dataset(file.getFileName().toString(), false))) {
      Found problems = new Found();
      if (sheet.problem() != null) {
        problems.add(sheet.problem());
      }
      Contract contract =
          sheet.dataset() == null ? null : contracts.named(sheet.dataset()).orElseThrow();
      checks.add(checked(file, content, sheet.label(), contract, said, problems));
    }
    return checks;
  }

  private static boolean isWorkbook(Path file, Content content) {
    return Inbox.isWorkbook(file.getFileName().toString()) || SheetNames.isWorkbook(content);
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().normalize().getParent();
  }

  /** Checks a file, or one sheet; {@code content} is null where it is too large. */
  private FileCheck checked(
      Path file, Content content, String sheet, Contract contract, Said said, Found problems)
      throws IOException {
    Path folder = folder(file);
    if (contract == null) {
      return account(file, sheet, null, new Context(null, null, null), problems, UNUSABLE);
    }
    if (content == null) {
      problems.add(FileLimit.problem(Files.size(file)));
      return account(file, sheet, contract, new Context(null, null, null), problems, UNUSABLE);
    }
    Context context =
        contract.kind() == Kind.REGISTRY
            ? new Context(null, null, registry(folder, said))
            : context(folder, said);
    if (contract.name().equals("members")) {
      context = new Context(null, null, null);
    }
    if (contract.kind() == Kind.SUBMITTED
        && context.memberId() != null
        && context.registry() != null) {
      Registry.Member member = context.registry().member(context.memberId());
      if (member == null) {
        member = context.registry().memberMeant(context.memberId()).orElse(null);
        if (member != null) {
          problems.add(ProblemCode.FOLDER_READ.ofFile(Map.of("meant", member.id())));
        }
      }
      if (member == null) {
        problems.add(context.registry().unknown(context.memberId()));
        return account(file, sheet, contract, context, problems, UNUSABLE);
      }
      context = new Context(member.id(), context.dataYear(), context.registry());
    }
    Checked checked = new Checker(contract, contracts).check(content, sheet, context, problems);
    return account(file, sheet, contract, context, problems, checked);
  }

  private static final Checked UNUSABLE = Checked.without(Outcome.UNUSABLE);

  private Contract contract(Path file, Said said, boolean isRegistry, Found problems) {
    Inbox names = Inbox.named(contracts);
    if (said.dataset() != null) {
      return names
          .dataset(said.dataset() + ".csv", false)
          .or(() -> names.dataset(said.dataset() + ".csv", true))
          .flatMap(contracts::named)
          .orElseThrow(
              () ->
                  new ConfigurationException(
                      "Cannot check as dataset '%s': there is none of that name (use one of %s)"
                          .formatted(
                              said.dataset(),
                              String.join(
                                  ", ", contracts.all().stream().map(Contract::name).toList()))));
    }
    String name = file.getFileName().toString();
    Contract contract = names.dataset(name, isRegistry).flatMap(contracts::named).orElse(null);
    Problem assumed = names.assumed(name, Optional.ofNullable(contract).map(Contract::name));
    if (assumed != null) {
      problems.add(assumed);
    }
    if (contract == null) {
      problems.add(names.refusal((isRegistry ? Inbox.REGISTRY + "/" : "") + name));
    }
    return contract;
  }

  /** Member and year as the file's place has them: {@code <year>/<member_id>/<dataset>.csv}. */
  private Context context(Path folder, Said said) throws IOException {
    Path year = folder.getParent();
    Integer dataYear =
        year == null || year.getFileName() == null
            ? null
            : Inbox.year(year.getFileName().toString());
    boolean inInbox = dataYear != null;
    String memberId = inInbox ? folder.getFileName().toString() : null;
    Path beside = inInbox ? year.resolveSibling(Inbox.REGISTRY) : folder.resolve(Inbox.REGISTRY);
    return new Context(
        said.memberId() != null ? said.memberId() : memberId,
        said.dataYear() != null ? said.dataYear() : dataYear,
        registry(beside, said));
  }

  private Registry registry(Path beside, Said said) throws IOException {
    Path folder = said.registry() != null ? said.registry() : beside;
    Registry registry = RegistryInForce.ofFolder(contracts, folder);
    if (registry == null && said.registry() != null) {
      if (Files.exists(folder) && !Files.isReadable(folder)) {
        throw new ConfigurationException(
            "Cannot read registry '%s': permission denied (ask for the right to read the folder)"
                .formatted(folder));
      }
      throw new ConfigurationException(
          "Cannot read registry '%s': it has no members.csv (give the folder that holds it)"
              .formatted(said.registry()));
    }
    return registry;
  }

  private static FileCheck account(
      Path file,
      String sheet,
      Contract contract,
      Context context,
      Found problems,
      Checked checked) {
    return new FileCheck(
        file.toString(),
        sheet,
        contract == null ? null : contract.name(),
        context.memberId(),
        context.dataYear(),
        checked.outcome(),
        checked.read(),
        checked.accepted(),
        checked.rejected(),
        checked.duplicate(),
        problems.inOrder());
  }

  /** Problems of one file, in memory: a person will read them. */
  private static final class Found implements Problems {
    private final List<Problem> problems = new ArrayList<>();

    @Override
    public void add(Problem problem) {
      problems.add(problem);
    }

    @Override
    public void discard() {
      problems.clear();
    }

    List<Problem> inOrder() {
      problems.sort(
          Comparator.comparingInt(Problem::sourceRow)
              .thenComparingInt(Problem::column)
              .thenComparing(Problem::code));
      return problems;
    }
  }
}
