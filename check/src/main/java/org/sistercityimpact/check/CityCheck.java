package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Contracts;

/**
 * Checks single files as ingest would: a pure function of their names and bytes, and of what is
 * known of whose they are.
 */
public final class CityCheck {
  private static final Checked UNUSABLE = Checked.without(Outcome.UNUSABLE);
  private static final Context NOTHING = new Context(null, null, null);

  private final Contracts contracts;
  private final boolean each;
  private final DatasetNames names;
  private final Workbooks workbooks;

  /**
   * A file that is to be checked.
   *
   * @param label what it is called in answers
   * @param name without its folders
   * @param content its bytes; those of one above {@link FileLimit} are not read
   * @param dataset name of the contract where somebody says it; null: by name and columns
   * @param ofRegistry whether it lies among the tables of the registry
   */
  public record Sent(
      String label, String name, Content content, String dataset, boolean ofRegistry) {}

  /** Says what files are checked against. */
  public interface Against {
    /** What a table of that kind is checked against: as far as it is known. */
    Context context(Kind kind);

    /** Whether a file beside this one is called as that dataset, as far as that is known. */
    default boolean isNamedBeside(String dataset) {
      return false;
    }

    /**
     * Tells what only the files beside a table know of its accepted rows; here nothing.
     *
     * @param checked the account of {@code rows}
     */
    default void beside(Contract contract, Checked checked, AcceptedRows rows, Problems problems) {}
  }

  /** A check against {@code contracts}, which tells equal assumptions of a file once. */
  public CityCheck(Contracts contracts) {
    this(contracts, false);
  }

  /**
   * The same.
   *
   * @param each whether it tells equal assumptions of a file each
   */
  public CityCheck(Contracts contracts, boolean each) {
    this.contracts = contracts;
    this.each = each;
    names = new DatasetNames(contracts);
    workbooks = new Workbooks(contracts, names);
  }

  /** Checks one file: of a workbook each sheet that is a dataset, or may be meant for one. */
  public List<FileCheck> check(Sent file, Against against) {
    boolean fits = file.content().size() <= FileLimit.BYTES;
    if (!fits || file.dataset() != null || file.ofRegistry() || !isWorkbook(file)) {
      Found problems = new Found(each);
      return List.of(checked(file, null, contract(file, against, problems), against, problems));
    }
    Integer year = against.context(Kind.SUBMITTED).dataYear();
    Optional<String> ofFile =
        names.datasetOf(against.context(Kind.SUBMITTED).memberId(), file.name());
    List<FileCheck> checks = new ArrayList<>();
    for (Workbooks.Found sheet : workbooks.sheets(file.content(), year, ofFile)) {
      Found problems = new Found(each);
      if (sheet.problem() != null) {
        problems.add(sheet.problem());
      }
      Contract contract =
          sheet.dataset() == null ? null : contracts.named(sheet.dataset()).orElseThrow();
      checks.add(checked(file, sheet.label(), contract, against, problems));
    }
    return checks;
  }

  private static boolean isWorkbook(Sent file) {
    return DatasetNames.isWorkbook(file.name()) || SheetNames.isWorkbook(file.content());
  }

  private Contract contract(Sent file, Against against, Found problems) {
    if (file.dataset() != null) {
      return contracts.named(file.dataset()).orElseThrow();
    }
    Optional<String> dataset =
        file.ofRegistry()
            ? names.dataset(file.name(), true)
            : names.datasetOf(against.context(Kind.SUBMITTED).memberId(), file.name());
    Problem assumed = names.assumed(file.name(), dataset);
    if (assumed != null) {
      problems.add(assumed);
    }
    if (dataset.isEmpty()) {
      dataset = byColumns(file, against);
      problems.add(
          dataset.map(Workbooks::columnsRead).orElseGet(() -> names.unknown(file.ofRegistry())));
    }
    return dataset.flatMap(contracts::named).orElse(null);
  }

  /** What a file holds whose name says nothing. */
  private Optional<String> byColumns(Sent file, Against against) {
    boolean saysNothing =
        !file.ofRegistry()
            && file.content().size() <= FileLimit.BYTES
            && names.leavesToColumns(file.name(), against.context(Kind.SUBMITTED).dataYear());
    return saysNothing
        ? workbooks
            .byColumns(file.content())
            .filter(
                dataset -> names.mayHold(dataset, file.name()) && !against.isNamedBeside(dataset))
        : Optional.empty();
  }

  /** Checks a file, or one sheet of it. */
  private FileCheck checked(
      Sent file, String sheet, Contract contract, Against against, Found problems) {
    if (contract == null) {
      return account(file, sheet, null, NOTHING, problems, UNUSABLE);
    }
    if (file.content().size() > FileLimit.BYTES) {
      problems.add(FileLimit.problem(file.content().size()));
      return account(file, sheet, contract, NOTHING, problems, UNUSABLE);
    }
    boolean isElsewhere = contract.name().equals("members") && !file.ofRegistry();
    Context context = isElsewhere ? NOTHING : against.context(contract.kind());
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
    Checker checker = new Checker(contract, contracts);
    Checked checked = checker.check(file.content(), sheet, context, problems);
    if (checked.accepted() > 0) {
      against.beside(contract, checked, checker.rows(), problems);
    }
    return account(file, sheet, contract, context, problems, checked);
  }

  private static FileCheck account(
      Sent file,
      String sheet,
      Contract contract,
      Context context,
      Found problems,
      Checked checked) {
    return new FileCheck(
        file.label(),
        sheet,
        contract == null ? null : contract.name(),
        context.memberId(),
        context.dataYear(),
        checked,
        problems.inOrder());
  }

  /** Problems of one file, in memory: a person will read them. */
  private static final class Found implements Problems {
    private final boolean each;
    private final List<Problem> problems = new ArrayList<>();

    Found(boolean each) {
      this.each = each;
    }

    @Override
    public boolean wantsEach() {
      return each;
    }

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
