/**
 * Workbooks ({@code .xlsx}) as rows of cells: from bytes alone, with limits, in any Java run time.
 */
package org.sistercityimpact.check.xlsx;
