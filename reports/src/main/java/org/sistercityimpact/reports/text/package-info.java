/** Figures as they are printed, and the words around them, in each language. */
package org.sistercityimpact.reports.text;
