package io.pushsim.check.input;

import io.pushsim.check.setup.SetUp;
import io.pushsim.document.Problem;
import java.util.ArrayList;
import java.util.List;

/** Where what the inputs say comes together, and what is wrong with them. */
public final class Gathering {
  private final Deployment deployment;
  private final SetUp.Builder setUp = new SetUp.Builder();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();

  public Gathering(Deployment deployment) {
    this.deployment = deployment;
  }

  public Deployment deployment() {
    return deployment;
  }

  public SetUp.Builder setUp() {
    return setUp;
  }

  /** Notes that something in an input cannot be read as it should be. */
  public void problem(Problem problem) {
    problems.add(problem);
  }

  /** Notes that a file in a folder is none of the inputs that are read. */
  public void passOver(String file) {
    passedOver.add(file);
  }

  /** The files in folders that are none of the inputs that are read. */
  public List<String> passedOver() {
    return List.copyOf(passedOver);
  }

  /** In the order in which they were noted. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
