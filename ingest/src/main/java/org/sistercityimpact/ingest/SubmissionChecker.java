package org.sistercityimpact.ingest;

import org.sistercityimpact.check.AcceptedRows;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.check.Checker;
import org.sistercityimpact.check.Content;
import org.sistercityimpact.check.Context;
import org.sistercityimpact.check.Outcome;
import org.sistercityimpact.check.Problems;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Contracts;

/**
 * The check of one file after another for one thread: who sends it is looked up, then its bytes are
 * checked. The same on this machine's threads and on a cluster's.
 */
final class SubmissionChecker {
  private final Contract contract;
  private final Registry registry;
  private final Checker checker;
  private String memberId;

  SubmissionChecker(Contract contract, Contracts contracts, Registry registry) {
    this.contract = contract;
    this.registry = registry;
    checker = new Checker(contract, contracts);
  }

  /** Checks a file; its accepted rows are in {@link #rows()} until the next one. */
  Checked check(Content bytes, String sheet, String memberFolder, Integer dataYear, Problems into) {
    memberId = memberFolder;
    Registry.Member member = memberFolder == null ? null : registry.member(memberFolder);
    if (contract.kind() == Kind.SUBMITTED && member == null) {
      into.add(registry.unknown(memberFolder));
      return Checked.without(Outcome.UNUSABLE);
    }
    memberId = member == null ? null : member.id();
    return checker.check(bytes, sheet, new Context(memberId, dataYear, registry), into);
  }

  /** Who sent the file, as the registry spells it, or the folder where it does not know them. */
  String memberId() {
    return memberId;
  }

  AcceptedRows rows() {
    return checker.rows();
  }
}
