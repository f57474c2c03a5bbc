package org.sistercityimpact.warehouse;

/**
 * One immutable Parquet file that counts.
 *
 * @param path relative to the warehouse, with forward slashes
 * @param rows rows in the file
 * @param bytes length of the file
 * @param sha256 of its bytes, lower-case hex; the file is named after it
 */
public record DataFile(String path, long rows, long bytes, String sha256) {}
