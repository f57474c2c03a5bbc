/** Tables beside the PDFs: CSV, XLSX and figures.json, and the folder they lie in. */
package org.sistercityimpact.reports.file;
