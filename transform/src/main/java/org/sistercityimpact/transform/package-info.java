/**
 * Runs the files under {@code sql/} on an engine: models up to metrics, and checks that must return
 * no rows.
 */
package org.sistercityimpact.transform;
