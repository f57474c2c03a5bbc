/** What differs between two editions, figure by figure, and the rows that made it so. */
package org.sistercityimpact.release.diff;
