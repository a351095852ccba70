package io.pushsim.cli;

import picocli.CommandLine;

/** Makes the commands, each with the terminal that it writes to. */
record CommandFactory(Terminal terminal) implements CommandLine.IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == ReplayCommand.class) {
      return type.cast(new ReplayCommand(terminal));
    }
    if (type == SchemaCommand.class) {
      return type.cast(new SchemaCommand(terminal));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
