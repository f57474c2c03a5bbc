/** The workbook that a member fills in, made from the contracts. */
package org.sistercityimpact.reports.template;
