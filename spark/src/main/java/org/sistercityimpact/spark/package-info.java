/** The cluster engine: the same SQL and the same checker on Spark, with the same rows. */
package org.sistercityimpact.spark;
