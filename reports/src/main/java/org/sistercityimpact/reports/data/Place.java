package org.sistercityimpact.reports.data;

/** Where a town lies, in degrees north and east. */
public record Place(double latitude, double longitude) {
  /** Null where one of the two is not known. */
  static Place of(Number latitude, Number longitude) {
    return latitude == null || longitude == null
        ? null
        : new Place(latitude.doubleValue(), longitude.doubleValue());
  }
}
