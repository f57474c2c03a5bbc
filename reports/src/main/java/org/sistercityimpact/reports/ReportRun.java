package org.sistercityimpact.reports;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run wrote.
 *
 * @param files absolute, in the order: national report and its tables, briefs by member and theirs,
 *     figures.json
 * @param pages of all PDFs
 * @param figures entries of figures.json that this run made
 * @param seconds wall time
 */
public record ReportRun(List<Path> files, int pages, int figures, double seconds) {}
