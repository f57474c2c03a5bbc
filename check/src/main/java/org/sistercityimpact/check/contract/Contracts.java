package org.sistercityimpact.check.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All contracts and the code lists they name.
 *
 * @param all in the order of their names
 * @param codeLists by name
 * @param plausible from where on values are unlikely or impossible
 * @param sha256 of all files that they were read from: it changes when any of them does
 */
public record Contracts(
    List<Contract> all, Map<String, CodeList> codeLists, List<Plausible> plausible, String sha256)
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
