package org.sistercityimpact.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes command objects and gives each the one console. */
final class CommandFactory implements IFactory {
  private final Console console;

  CommandFactory(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    K made = CommandLine.defaultFactory().create(type);
    if (made instanceof ImpactCommand command) {
      command.console = console;
    }
    return made;
  }
}
