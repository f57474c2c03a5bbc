package org.sistercityimpact.reports.page;

import net.sf.jasperreports.engine.JasperPrint;

/**
 * A filled report, ready for export.
 *
 * @param file relative to the output folder
 * @param id {@code national}, or the member that it is for
 * @param title for the reader's window
 * @param subject one sentence
 */
public record FilledReport(
    String file, String id, String title, String subject, JasperPrint print) {}
