/** The page for each state. */
package org.sistercityimpact.reports.state;
