package org.sistercityimpact.warehouse;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Opens one kind of SQL engine. Found by {@link ServiceLoader}, so that an engine joins by lying on
 * the class path: the command never names a class of the cluster engine.
 */
public interface SqlEngineProvider {

  /** The engine's name on the command line. */
  String name();

  /** Opens an engine that holds no table yet. */
  SqlEngine open(EngineOptions options);

  /**
   * Opens the engine called {@code name}; throws {@link ConfigurationException} that lists the
   * engines there are when there is none of that name.
   */
  static SqlEngine open(String name, EngineOptions options) {
    List<SqlEngineProvider> providers =
        ServiceLoader.load(SqlEngineProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return providers.stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "Cannot open engine '%s': only %s is on the class path (start it with the launcher, ./impact … --engine spark)"
                        .formatted(
                            name,
                            providers.stream()
                                .map(SqlEngineProvider::name)
                                .sorted()
                                .collect(Collectors.joining(", ")))))
        .open(options);
  }
}
