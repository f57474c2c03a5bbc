/**
 * Editions: what was published, frozen with all that it was made from, made again, and compared.
 */
package org.sistercityimpact.release;
