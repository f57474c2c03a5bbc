/** Charts and maps as drawings, each with a sentence that says what it shows. */
package org.sistercityimpact.reports.chart;
