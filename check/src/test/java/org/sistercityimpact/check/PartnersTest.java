package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercityimpact.check.Registry.Member;
import org.sistercityimpact.check.Registry.Name;
import org.sistercityimpact.check.Registry.Partnership;

/** Which partner a name means where the registry itself has more than a name. */
class PartnersTest {
  private static final String MEMBER = "US-TX-fort-worth";
  private static final Registry REGISTRY =
      new Registry(
          List.of(new Member(MEMBER, "Fort Worth", 2015, null)),
          List.of(
              tie("DE-frankfurt-oder", "Frankfurt (Oder)"), tie("MX-parral", "Hidalgo del Parral"),
              tie("IT-sorrento", "Sorrento"), tie("GB-dunkeld", "Dunkeld & Birnam")),
          List.of(
              new Name("Partnership ID", MEMBER, "Parrall", "Hidalgo del Parral"),
              new Name("partnership_id", MEMBER, "Oderstadt", MEMBER + "~DE-frankfurt-oder"),
              new Name("partnership_id", MEMBER, "Nowhere", "Neverland")),
          List.of());

  private static Partnership tie(String id, String name) {
    return new Partnership(MEMBER + "~" + id, MEMBER, name, null, true);
  }

  @ParameterizedTest
  @CsvSource({
    "Frankfurt (Oder),DE-frankfurt-oder partner-by-name",
    "Frankfurt/Oder,DE-frankfurt-oder partner-by-name",
    "'Frankfurt (Oder), Germany',DE-frankfurt-oder partner-by-name",
    "Dunkeld and Birnam,GB-dunkeld partner-by-name",
    "'Sorrento (NA), Italy',IT-sorrento partner-by-name",
    "'Sorrento, Italia',IT-sorrento partner-by-name",
    "Sorrento (NA),IT-sorrento partner-by-name",
    "'Sorrento, NA',IT-sorrento partner-by-name",
    "Sorrento NA,IT-sorrento partner-by-name",
    "'Sorrento, CA',refused unknown-partnership",
    "Sorrento (MX),refused unknown-partnership",
    "Sorrento (DE),refused unknown-partnership",
    "'Sorrento, Alemania',refused unknown-partnership",
    "'Sorrento, Alemania, NA',refused unknown-partnership",
    "Frankfurt (Main),refused unknown-partnership",
    "'Frankfurt, Kentucky',refused unknown-partnership",
    "Parrall,MX-parral name-settled",
    "Oderstadt,DE-frankfurt-oder name-settled",
    "Nowhere,refused unknown-partnership",
  })
  void readsTheNameThatIsMeant(String name, String expected) {
    Submission file =
        Submission.of(
            "events",
            "event_id,partnership_id,date,title,purpose,attendance,method\nV1,\"%s\",2025-05-02,Fest,cultural,50,count\n"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8),
            new Context(MEMBER, 2025, REGISTRY));
    String read =
        file.rows().isEmpty() ? "refused" : file.rows().get(0).split("\\|")[2].split("~")[1];
    assertEquals(expected, read + " " + file.details().get(0).code());
  }

  /** Answers that lead on, or round in a circle, or say two things. */
  @ParameterizedTest
  @CsvSource({
    "Rotary Clb,rotary club",
    "Rotarians,rotary club",
    "Rotary Club,rotary club",
    "Lions North,lions north",
    "Elks,elks",
    "Moose,moose",
    "Kiwanis,kiwanis",
    "Rotary Clb; Lions North; Rotarians,lions north;rotary club",
  })
  void readsOrganizationsAsAnswersLeadOn(String written, String expected) {
    Registry registry =
        new Registry(
            List.of(new Member(MEMBER, "Fort Worth", 2015, null)),
            List.of(),
            List.of(
                organization("Rotarians", "Rotary Clb"),
                organization("rotary clb", "Rotary Club"),
                organization("Lions North", "Lions North"),
                organization("Elks", "Moose"),
                organization("Moose", "Elks"),
                organization("Kiwanis", "Kiwanis A"),
                new Name("Co-organizers", MEMBER, "kiwanis", "Kiwanis B")),
            List.of());
    assertEquals(expected, Fold.list(read(written, registry)));
  }

  private static String read(String written, Registry registry) {
    return java.util.Arrays.stream(written.split(";"))
        .map(
            name -> {
              String meant = registry.meant("co_organizers", MEMBER, name);
              return meant == null ? name : meant;
            })
        .collect(java.util.stream.Collectors.joining(";"));
  }

  private static Name organization(String written, String meant) {
    return new Name("co_organizers", MEMBER, written, meant);
  }
}
