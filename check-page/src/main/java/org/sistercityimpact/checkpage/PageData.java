package org.sistercityimpact.checkpage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.contract.CodeList;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.ContractReader;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Plausible;
import org.sistercityimpact.check.json.FaultyJson;
import org.sistercityimpact.check.json.Json;

/**
 * What a page checks against, and how it stands in the page: written on any Java, read in a
 * browser.
 *
 * @param contracts with code lists and limits
 * @param registry members and partnerships in force
 */
public record PageData(Contracts contracts, Registry registry) {
  /**
   * What stands in the page.
   *
   * @param texts of the contracts, by name of the file
   * @param contracts that were read from them
   * @param registry to check against
   * @param memberId the one whose page it is; null: everybody's
   */
  public static Map<String, Object> document(
      Map<String, String> texts, Contracts contracts, Registry registry, String memberId) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("contracts", texts);
    Map<String, Object> lists = new LinkedHashMap<>();
    for (CodeList list : contracts.codeLists().values()) {
      lists.put(
          list.name(),
          list.entries().stream()
              .map(e -> Stream.concat(Stream.of(e.code(), e.name()), e.aliases().stream()).toList())
              .toList());
    }
    document.put("code_lists", lists);
    document.put(
        "plausible",
        contracts.plausible().stream()
            .map(
                p ->
                    Arrays.<Object>asList(
                        p.dataset(),
                        p.column(),
                        p.of().name(),
                        p.unlikelyFrom(),
                        p.impossibleFrom(),
                        p.why()))
            .toList());
    document.put("contracts_sha256", contracts.sha256());
    document.put("registry", registry.document(memberId));
    return document;
  }

  /** Reads what {@link #document} said. */
  public static PageData read(String text) throws FaultyJson {
    Json json = Json.read(text);
    Map<String, CodeList> lists = new LinkedHashMap<>();
    json.get("code_lists").members().forEach((name, rows) -> lists.put(name, codeList(name, rows)));
    List<Contract> all = new ArrayList<>();
    json.get("contracts")
        .members()
        .forEach(
            (file, contract) ->
                all.add(ContractReader.read(file, contract.text(), lists.keySet())));
    List<Plausible> plausible =
        json.get("plausible").items().stream().map(PageData::plausible).toList();
    return new PageData(
        new Contracts(all, lists, plausible, Map.of(), json.get("contracts_sha256").text()),
        Registry.of(json.get("registry")));
  }

  private static CodeList codeList(String name, Json rows) {
    return new CodeList(
        name,
        rows.items().stream()
            .map(Json::texts)
            .map(row -> new CodeList.Entry(row.get(0), row.get(1), row.subList(2, row.size())))
            .toList());
  }

  private static Plausible plausible(Json json) {
    List<Json> row = json.items();
    BigDecimal impossible = row.get(4).number();
    return new Plausible(
        row.get(0).text(),
        row.get(1).text(),
        Plausible.Of.valueOf(row.get(2).text()),
        row.get(3).number(),
        impossible,
        row.get(5).text());
  }
}
