/** Turns filled JasperReports pages into tagged PDF that passes PDF/UA-1 and PDF/A-2a. */
package org.sistercityimpact.pdf;
