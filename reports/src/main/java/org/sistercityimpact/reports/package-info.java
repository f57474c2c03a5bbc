/**
 * Prints the warehouse's metrics: the national report, the city briefs, their figures and tables.
 *
 * <p>The door is {@link org.sistercityimpact.reports.Reports}. Behind it, each room uses only those
 * before it: {@code data} (what is printed, read once), {@code text} (words and numbers as people
 * read them), {@code chart}, {@code page} (templates, pages, PDF), {@code file} (CSV, XLSX,
 * figures.json); then one for each kind of document: {@code national}, {@code state}, {@code city},
 * and {@code template}, the workbook that a city fills in.
 */
package org.sistercityimpact.reports;
