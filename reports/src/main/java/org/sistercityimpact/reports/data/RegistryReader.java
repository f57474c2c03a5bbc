package org.sistercityimpact.reports.data;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what national staff keep: members, their ties, awards, names of places. */
final class RegistryReader {
  private final TableReader tables;
  private final int year;
  private final Form form;
  private final Typography typography = new Typography();

  RegistryReader(TableReader tables, int year, Form form) {
    this.tables = tables;
    this.year = year;
    this.form = form;
  }

  List<Member> members() {
    Map<String, Map<String, String>> reporting = new HashMap<>();
    tables.each(
        "SELECT member_id, dataset, status FROM member_status WHERE data_year = %s ORDER BY member_id, dataset"
            .formatted(year),
        r ->
            reporting
                .computeIfAbsent(r.text(0), m -> new LinkedHashMap<>())
                .put(r.text(1), r.text(2)));
    return tables.list(
        """
        SELECT m.member_id, m.name, m.state, m.jurisdiction_type, y.population, m.member_since, y.expected,
               m.latitude, m.longitude, y.band
        FROM member_years AS y
        JOIN members AS m ON m.member_id = y.member_id
        WHERE y.data_year = %s
        ORDER BY m.member_id
        """
            .formatted(year),
        r ->
            new Member(
                r.text(0),
                typography.legible(r.text(1)),
                r.text(2),
                r.text(3),
                r.wholeOrNull(4),
                r.text(9),
                new Member.Membership(r.wholeOrNull(5), r.yes(6)),
                Place.of(r.decimal(7), r.decimal(8)),
                reporting.getOrDefault(r.text(0), Map.of())));
  }

  Set<String> registered() {
    return Set.copyOf(tables.list("SELECT member_id FROM members", r -> r.text(0)));
  }

  /** Partnerships that may be shown; an internal copy has all of its city. */
  Map<String, List<Tie>> ties() {
    boolean all = form == Form.INTERNAL || !tables.has("partnerships", "public");
    return tables
        .list(
            """
            SELECT p.partnership_id, p.member_id, p.partner_name, p.partner_local_name, p.partner_country,
                   p.established, p.status, p.ended, e.last_exchange, p.partner_latitude, p.partner_longitude
            FROM partnerships AS p
            LEFT JOIN (
              SELECT partnership_id, MAX(start_date) AS last_exchange
              FROM exchanges WHERE data_year <= %1$s AND %2$s GROUP BY partnership_id
            ) AS e ON e.partnership_id = p.partnership_id
            WHERE (p.established IS NULL OR p.established <= %1$s) AND %3$s
            ORDER BY p.member_id, p.partner_name, p.partnership_id
            """
                .formatted(year, all ? "TRUE" : "public", all ? "TRUE" : "p.public"),
            r ->
                new Tie(
                    r.text(0),
                    r.text(1),
                    new Tie.Partner(
                        typography.legible(r.text(2)),
                        typography.legibleOrNull(r.text(3)),
                        r.text(4),
                        Place.of(r.decimal(9), r.decimal(10))),
                    r.wholeOrNull(5),
                    r.text(6),
                    r.wholeOrNull(7),
                    r.date(8)))
        .stream()
        .collect(Collectors.groupingBy(Tie::memberId));
  }

  /** Stories with consent, the newest first; an edition of an earlier program has none. */
  List<Story> stories() {
    if (!tables.has("published_highlights", "title")) {
      return List.of();
    }
    return tables.list(
        """
        SELECT h.sent_by, h.date, h.member_id, m.name, m.state, p.partner_name, h.title, h.text,
               h.photo_sha256, h.alt_text, h.credit
        FROM published_highlights AS h
        LEFT JOIN members AS m ON m.member_id = h.member_id
        LEFT JOIN partnerships AS p ON p.partnership_id = h.partnership_id
        WHERE h.data_year = %s
        ORDER BY h.date DESC, h.sent_by, h.story_key"""
            .formatted(year),
        r ->
            new Story(
                r.text(0).equals("network"),
                r.date(1),
                r.text(2),
                typography.legible(r.text(3)),
                r.text(4),
                typography.legibleOrNull(r.text(5)),
                typography.legible(r.text(6)),
                typography.legible(r.text(7)),
                photograph(r.text(8), r.text(9), r.text(10))));
  }

  private Photograph photograph(String sha256, String alt, String credit) {
    return sha256 == null
        ? null
        : new Photograph(sha256, typography.legible(alt), typography.legible(credit));
  }

  List<Award> awards() {
    boolean pictured = tables.has("awards", "photo_sha256");
    return tables.list(
        """
        SELECT a.award, a.member_id, m.name, m.state, a.citation, %2$s
        FROM awards AS a
        LEFT JOIN members AS m ON m.member_id = a.member_id
        WHERE a.data_year = %1$s
        ORDER BY a.award, a.member_id"""
            .formatted(
                year, pictured ? "a.photo_sha256, a.alt_text, a.credit" : "NULL, NULL, NULL"),
        r ->
            new Award(
                typography.legible(r.text(0)),
                r.text(1),
                typography.legible(r.text(2)),
                r.text(3),
                typography.legible(r.text(4)),
                photograph(r.text(5), r.text(6), r.text(7))));
  }

  Map<String, String> names(String table) {
    Map<String, String> names = new TreeMap<>();
    tables.each("SELECT code, name FROM " + table, r -> names.put(r.text(0), r.text(1)));
    return names;
  }
}
