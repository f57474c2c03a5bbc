package org.sistercityimpact.spark;

import org.sistercityimpact.ingest.CheckingCluster;
import org.sistercityimpact.ingest.CheckingClusterProvider;
import org.sistercityimpact.warehouse.EngineOptions;

/** Offers {@link SparkCluster} to ingest. */
public final class SparkClusterProvider implements CheckingClusterProvider {
  @Override
  public String name() {
    return "spark";
  }

  @Override
  public CheckingCluster open(EngineOptions options) {
    return SparkCluster.open(options);
  }
}
