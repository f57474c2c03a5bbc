/** Java file systems over any that Hadoop knows; knows nothing of sister cities. */
package org.sistercityimpact.spark.hadoop;
