package org.sistercityimpact.reports.data;

import java.util.List;
import java.util.Optional;

/**
 * What is printed beside the figures.
 *
 * @param letter the president's letter in Markdown, where there is one
 * @param notice one line for the foot of every page, such as that the activity is generated
 * @param whatIf the parameters that were set otherwise than the method has them; none in all that
 *     may be published
 * @param doubts rows in doubt that nobody has corrected or confirmed yet
 * @param marked copies of what members sent, for their letters; none where no files are at hand
 * @param edition which edition is printed, where it is one, and what it changes
 * @param photos those of stories and awards
 */
public record Additions(
    RegistryText letter,
    RegistryText notice,
    Optional<String> whatIf,
    List<Doubt> doubts,
    Optional<MarkedCopies> marked,
    Optional<EditionNote> edition,
    Photos photos) {

  /** Figures alone. */
  public static final Additions NONE =
      new Additions(
          RegistryText.NONE,
          RegistryText.NONE,
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Photos.NONE);

  Additions withLetter(RegistryText newLetter) {
    return new Additions(newLetter, notice, whatIf, doubts, marked, edition, photos);
  }

  Additions withNotice(RegistryText newNotice) {
    return new Additions(letter, newNotice, whatIf, doubts, marked, edition, photos);
  }

  Additions withWhatIf(Optional<String> set) {
    return new Additions(letter, notice, set, doubts, marked, edition, photos);
  }

  Additions withDoubts(List<Doubt> open) {
    return new Additions(letter, notice, whatIf, open, marked, edition, photos);
  }

  Additions withMarked(MarkedCopies copies) {
    return new Additions(letter, notice, whatIf, doubts, Optional.of(copies), edition, photos);
  }

  Additions withEdition(EditionNote newEdition) {
    return new Additions(letter, notice, whatIf, doubts, marked, Optional.of(newEdition), photos);
  }

  Additions withPhotos(Photos newPhotos) {
    return new Additions(letter, notice, whatIf, doubts, marked, edition, newPhotos);
  }
}
