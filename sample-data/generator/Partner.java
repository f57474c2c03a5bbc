package generator;

/** One tie of a member; {@code asleepFrom} ends its activity. */
record Partner(
    String id,
    String name,
    String localName,
    String country,
    Place place,
    Agreement agreement,
    double weight,
    double inboundShare,
    int asleepFrom) {

  /** What the registry says of the tie; years are 0 when not stated. */
  record Agreement(String status, int established, int ended) {
    boolean holdsIn(int year) {
      return established <= year && (ended == 0 || year <= ended);
    }
  }

  boolean livelyIn(int year) {
    return year < asleepFrom && agreement.holdsIn(year);
  }
}
