package io.pushsim;

import io.pushsim.cli.PushsimCommand;

/** The program's entry point. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(PushsimCommand.run(arguments));
  }
}
