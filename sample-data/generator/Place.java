package generator;

/** Degrees as the source writes them, so that none is rounded. */
record Place(String latitude, String longitude) {}
