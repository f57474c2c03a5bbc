/**
 * Prints the warehouse's metrics: the national report, the city briefs, their figures and tables.
 */
package org.sistercityimpact.reports;
