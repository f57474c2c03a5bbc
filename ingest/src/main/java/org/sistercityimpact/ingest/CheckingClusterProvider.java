package org.sistercityimpact.ingest;

import java.util.ServiceLoader;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.EngineOptions;

/** Opens one kind of cluster; found by {@link java.util.ServiceLoader}, as SQL engines are. */
public interface CheckingClusterProvider {
  /** The engine's name on the command line. */
  String name();

  /** Opens the cluster. */
  CheckingCluster open(EngineOptions options);

  /** Opens the cluster called {@code name}; throws {@link ConfigurationException} for none. */
  static CheckingCluster open(String name, EngineOptions options) {
    return ServiceLoader.load(CheckingClusterProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "Cannot open engine '%s': it is not on the class path (start it with the launcher, ./impact … --engine spark)"
                        .formatted(name)))
        .open(options);
  }
}
