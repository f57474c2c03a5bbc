/** Fills the templates and puts their parts together, page by page, into a PDF. */
package org.sistercityimpact.reports.page;
