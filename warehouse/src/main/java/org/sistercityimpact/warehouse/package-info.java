/**
 * The warehouse folder: Parquet files, the manifest that says which of them count, the write lock,
 * and the seam to the SQL engine that reads them.
 */
package org.sistercityimpact.warehouse;
