package org.sistercityimpact.check.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All contracts, the code lists they name, and what the tables are that no contract describes.
 *
 * @param all in the order of their names
 * @param codeLists by name
 * @param plausible from where on values are unlikely or impossible
 * @param described what is said of tables that have neither a contract nor a model's header, by
 *     name
 * @param sha256 of all files that decide how rows are read: it changes when any of them does
 */
public record Contracts(
    List<Contract> all,
    Map<String, CodeList> codeLists,
    List<Plausible> plausible,
    Map<String, Described> described,
    String sha256)
    implements Serializable {
  public Contracts {
    all = List.copyOf(all);
    plausible = List.copyOf(plausible);
  }

  /** The contract of that name. */
  public Optional<Contract> named(String name) {
    return all.stream().filter(contract -> contract.name().equals(name)).findFirst();
  }
}
