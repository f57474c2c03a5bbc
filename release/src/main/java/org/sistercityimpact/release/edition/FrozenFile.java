package org.sistercityimpact.release.edition;

/**
 * A file of an edition as it was published.
 *
 * @param path relative to the edition's folder, with forward slashes
 * @param bytes its length
 * @param sha256 of its bytes, lower-case hex
 */
public record FrozenFile(String path, long bytes, String sha256) {}
