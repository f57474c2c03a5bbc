/**
 * An edition as it lies in its folder: its name, record, frozen files and what was done to it
 * since.
 */
package org.sistercityimpact.release.edition;
