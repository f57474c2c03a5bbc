package org.sistercityimpact.check.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first cell of a template's sheet says of it, whatever the language: {@code Sister City
 * Impact template 1.3fa9: exchanges 2025 US-TX-fort-worth}. Below it stand the box for "nothing to
 * report", the example and the header.
 *
 * @param version of the template: the layout's, and what the contract asked for
 * @param sheet the dataset, or another word for a sheet that holds none
 * @param dataYear the reporting year
 * @param memberId whose template it is
 */
public record TemplateMark(String version, String sheet, int dataYear, String memberId) {
  /** Changes with the place of box, example and header. */
  private static final String LAYOUT = "1";

  private static final Pattern MARK =
      Pattern.compile(
          "Sister City Impact template ([0-9]+\\.[0-9a-f]+): ([a-z0-9_]+) ([0-9]{4}) (\\S+)");

  /** That of a sheet made today. */
  public static TemplateMark of(Contract contract, int dataYear, String memberId) {
    return new TemplateMark(version(contract), contract.name(), dataYear, memberId);
  }

  /** That of a sheet without a dataset. */
  public static TemplateMark of(String sheet, int dataYear, String memberId) {
    return new TemplateMark(LAYOUT + ".0", sheet, dataYear, memberId);
  }

  /** The mark that a cell is, if it is one. */
  public static Optional<TemplateMark> read(String cell) {
    Matcher mark = MARK.matcher(cell.strip());
    return mark.matches()
        ? Optional.of(
            new TemplateMark(
                mark.group(1), mark.group(2), Integer.parseInt(mark.group(3)), mark.group(4)))
        : Optional.empty();
  }

  /** The version of a template for a contract: another one wherever a city is asked for more. */
  public static String version(Contract contract) {
    StringBuilder asked = new StringBuilder();
    for (Field field : contract.fields()) {
      asked.append(field.name()).append(field.type()).append(field.limits().required());
      asked
          .append(field.limits().allowed())
          .append(field.range().minimum())
          .append(field.range().maximum());
      asked.append(field.range().decimals()).append(field.limits().pattern()).append('\n');
    }
    int hash = asked.toString().hashCode();
    return "%s.%04x".formatted(LAYOUT, (hash ^ hash >>> 16) & 0xFFFF);
  }

  /** The cell's text. */
  public String text() {
    return "Sister City Impact template %s: %s %d %s".formatted(version, sheet, dataYear, memberId);
  }
}
