package io.pushsim.cli;

import io.pushsim.check.input.InputForm;
import java.util.List;

/** All forms of inputs, for tests of other rooms. */
public final class CheckForms {
  private CheckForms() {}

  public static List<InputForm> all() {
    return CheckedInputs.forms();
  }
}
