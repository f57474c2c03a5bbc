/**
 * From an inbox of files to checked rows, problems and receipts in the warehouse, in one commit.
 */
package org.sistercityimpact.ingest;
