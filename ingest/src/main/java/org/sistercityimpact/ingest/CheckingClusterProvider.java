package org.sistercityimpact.ingest;

import org.sistercityimpact.warehouse.EngineOptions;

/** Opens one kind of cluster; found by {@link java.util.ServiceLoader}, as SQL engines are. */
public interface CheckingClusterProvider {
  /** The engine's name on the command line. */
  String name();

  /** Opens the cluster. */
  CheckingCluster open(EngineOptions options);
}
