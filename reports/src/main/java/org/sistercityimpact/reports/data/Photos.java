package org.sistercityimpact.reports.data;

import java.util.Optional;
import org.sistercityimpact.warehouse.photo.Photo;

/** The photos that a warehouse keeps. */
public interface Photos {
  /** Where no warehouse is at hand: none. */
  Photos NONE = photograph -> Optional.empty();

  /** The pixels of a photo; empty: they are not at hand. */
  Optional<Photo> of(Photograph photograph);
}
