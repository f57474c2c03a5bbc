/** The national report and its annex. */
package org.sistercityimpact.reports.national;
