package org.sistercityimpact.reports;

/** Where a town lies, in degrees north and east. */
record Place(double latitude, double longitude) {
  /** Null where one of the two is not known. */
  static Place of(Number latitude, Number longitude) {
    return latitude == null || longitude == null
        ? null
        : new Place(latitude.doubleValue(), longitude.doubleValue());
  }
}
