package io.pushsim.check.input;

import io.pushsim.check.setup.SetUp;
import io.pushsim.document.NearestWord;
import io.pushsim.document.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Where what the inputs say comes together, and what is wrong with them. */
public final class Gathering {
  /** What all inputs that are no stories are called together. */
  private static final String TOGETHER = "";

  private final Deployment deployment;
  private final Map<String, SetUp.Builder> setUps = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();
  private final Set<String> parameters = new TreeSet<>();

  public Gathering(Deployment deployment) {
    this.deployment = deployment;
  }

  public Deployment deployment() {
    return deployment;
  }

  /** What the inputs say that are about one and the same world. */
  public SetUp.Builder setUp() {
    return story(TOGETHER);
  }

  /** What a story says, which is a world of its own. */
  public SetUp.Builder story(String title) {
    return setUps.computeIfAbsent(title, key -> new SetUp.Builder());
  }

  /** All set-ups by title, in the order in which they were begun. */
  public Map<String, SetUp> setUps() {
    Map<String, SetUp> built = new LinkedHashMap<>();
    setUps.forEach((title, builder) -> built.put(title, builder.build()));
    return built;
  }

  /** Notes that something in an input cannot be read as it should be. */
  public void problem(Problem problem) {
    problems.add(problem);
  }

  /** Notes what parameters a template has. */
  public void hasParameters(Collection<String> names) {
    parameters.addAll(names);
  }

  /** Tells of parameters that were given and that none of the templates read has. */
  public void requireParametersGiven() {
    for (String given : new TreeSet<>(deployment.parameters().keySet())) {
      if (!parameters.contains(given)) {
        problem(
            Problem.ofFile(
                "--parameter " + given, "no template that was read has it" + meant(given)));
      }
    }
  }

  private String meant(String given) {
    return NearestWord.to(given, parameters)
        .map(word -> "; did you mean " + word + "?")
        .orElseGet(
            () ->
                parameters.isEmpty()
                    ? ": there is none with parameters; leave it out"
                    : "; there are " + String.join(", ", parameters));
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
