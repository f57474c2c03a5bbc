package org.sistercityimpact.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sistercityimpact.check.contract.CodeList;
import org.sistercityimpact.check.contract.RowRule;

/** The sign that stands with an amount is one of the currency that the row names. */
final class CurrencyRule {
  // In their own countries all of them are written with a plain dollar sign.
  private static final Set<String> OF_DOLLAR_SIGN = Set.of("dollar", "dollars", "peso", "pesos");

  private static final int LETTERS_OF_A_CODE = 3;

  private final RowRule.InCurrency rule;
  private final CellColumn amount;
  private final CellColumn currency;
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  CurrencyRule(
      RowRule.InCurrency rule, CellColumn amount, CellColumn currency, CodeList currencies) {
    this.rule = rule;
    this.amount = amount;
    this.currency = currency;
    for (CodeList.Entry entry : currencies.entries()) {
      names.put(entry.code(), entry.name());
      for (String alias : entry.aliases()) {
        codes.putIfAbsent(Fold.text(alias), entry.code());
      }
    }
    names.keySet().forEach(code -> codes.put(Fold.text(code), code));
  }

  void check(Row row) {
    int slot = row.slot();
    if (amount.bad || currency.bad || amount.isEmpty(slot) || currency.isEmpty(slot)) {
      return;
    }
    String sign = NumberText.sign(row.written(amount));
    String code = currency.text(slot);
    if (!sign.isEmpty() && !mayMean(sign, code)) {
      row.report(amount, Severity.ERROR, rule.wording(), Map.of("sign", sign, "code", code));
    }
  }

  private boolean mayMean(String sign, String code) {
    String known = codes.get(Fold.text(sign));
    String letters = Fold.letters(sign);
    if (known == null && letters.length() > LETTERS_OF_A_CODE) {
      // "pesos" are those of each currency that is called so.
      return Fold.text(names.getOrDefault(code, "")).contains(letters.replaceFirst("s$", ""));
    }
    if (known == null ? letters.length() != LETTERS_OF_A_CODE : known.equals(code)) {
      // What no list has, such as "kr", is that of several.
      return true;
    }
    boolean yen = sign.equals("¥") || sign.equals("￥");
    return yen && (code.equals("JPY") || code.equals("CNY"))
        || sign.equals("$") && isOfDollarSign(names.getOrDefault(code, ""));
  }

  private static boolean isOfDollarSign(String name) {
    for (String word : Fold.text(name).split(" ")) {
      if (OF_DOLLAR_SIGN.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
