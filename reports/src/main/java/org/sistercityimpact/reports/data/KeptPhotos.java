package org.sistercityimpact.reports.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.sistercityimpact.warehouse.Originals;
import org.sistercityimpact.warehouse.photo.FaultyPhoto;
import org.sistercityimpact.warehouse.photo.Photo;

/** Photos as they were received, read when they are printed. */
record KeptPhotos(Originals originals) implements Photos {
  @Override
  public Optional<Photo> of(Photograph photograph) {
    try {
      return Optional.of(
          Photo.read(originals.read(photograph.sha256(), photograph.alt(), null, null, null)));
    } catch (FaultyPhoto e) {
      // Of an edition that a newer program prints, which is stricter.
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
