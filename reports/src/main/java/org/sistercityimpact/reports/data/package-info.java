/** What the reports of a year print, read from the warehouse once for all of them. */
package org.sistercityimpact.reports.data;
