package generator;

/** One tie of a member; years are 0 when not stated, {@code asleepFrom} ends its activity. */
record Partner(
    String id,
    String name,
    String localName,
    String country,
    String latitude,
    String longitude,
    int established,
    String status,
    int ended,
    double weight,
    double inboundShare,
    int asleepFrom) {

  boolean livelyIn(int year) {
    return year < asleepFrom && established <= year && (ended == 0 || year <= ended);
  }
}
