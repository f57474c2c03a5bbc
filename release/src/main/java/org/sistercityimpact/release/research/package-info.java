/** The research release: what may leave the office, as a folder to hold and cite. */
package org.sistercityimpact.release.research;
