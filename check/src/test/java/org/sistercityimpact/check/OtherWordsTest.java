package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each word that may be a total's is found, though most cells are passed over by their letters. */
class OtherWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total",
        "TOTALS 2025",
        "sub-total",
        "Grand Total",
        "Sous-total",
        "Gran total",
        "Totaux",
        "Totale",
        "Totaal",
        "2025 Total",
        "Toluca Total",
        "Average",
        "AVG per visit",
        "Promedio",
        "Durchschnitt",
        "Moyenne",
        "Mean",
        "T O T A L",
        "ttl",
        "tot",
        "Sum",
        "Suma",
        "Summa",
        "Somma",
        "Samtals",
        "I alt",
        "Yhteensä",
        "Kokonaissumma",
        "Összesen",
        "Celkem",
        "Spolu",
        "Toplam",
        "Jumlah",
        "Razem",
        "Łącznie",
        "Ukupno",
        "Skupaj",
        "Viso",
        "Kopā",
        "Kokku",
        "Gesamt",
        "Insgesamt",
        "Overall",
        "Altogether",
        "All",
        "All visitors",
        "Everything",
        "Combined",
        "Carried forward",
        "Count",
        "Number",
        "Median",
        "Media",
        "Média",
        "Gemiddelde",
        "Mediana",
        "Max",
        "Maximum",
        "Máximo",
        "Min",
        "Mínimo",
        "Tổng cộng",
        "Загалом",
        "Σύνολο",
        "المجموع",
        "סה\"כ",
        "รวม",
        "कुल",
        "計",
        "Σ",
        "= Total",
        "*** total ***",
      })
  void mayBeATotal(String text) {
    assertTrue(OtherWords.mayBeTotal(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EX-2025-001",
        "Totally Local",
        "Maria Summers",
        "7",
        "X",
        "Allan Minh",
        "Суммарова"
      })
  void isNone(String text) {
    assertFalse(OtherWords.mayBeTotal(text), text);
  }
}
