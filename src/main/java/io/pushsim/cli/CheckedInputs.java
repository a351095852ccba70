package io.pushsim.cli;

import io.pushsim.arn.Scope;
import io.pushsim.check.endpoint.EndpointReader;
import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.InputForm;
import io.pushsim.check.input.Inputs;
import io.pushsim.check.saved.SavedOutput;
import io.pushsim.check.template.TemplateForm;
import io.pushsim.check.terraform.TerraformForm;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options that say what {@code check} and {@code explain} read. */
final class CheckedInputs {
  /** A server alone: behind a path, S3 would see buckets. */
  static final Pattern ENDPOINT =
      Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?/?");

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Scenario files, saved output of the AWS CLI, CloudFormation and SAM templates, Terraform plans"
              + " (terraform show -json); a folder stands for all of these in it.")
  private List<Path> paths = List.of();

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "Ask a running pushsim, or another endpoint, what is set up there.")
  private Optional<String> endpoint = Optional.empty();

  @Option(
      names = "--account",
      paramLabel = "ID",
      description = "The account into which templates and plans are deployed.")
  private Optional<String> account = Optional.empty();

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region into which they are deployed, and of the endpoint.")
  private Optional<String> region = Optional.empty();

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the templates; may be given several times.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  /**
   * Reads them.
   *
   * @throws ParameterException where the options are wrong
   */
  Gathering gather() {
    account
        .filter(text -> !Scope.isAccount(text))
        .ifPresent(text -> refuse("--account", text, "write its 12 digits"));
    region
        .filter(text -> !Scope.isRegion(text))
        .ifPresent(text -> refuse("--region", text, "write one like us-west-2"));
    endpoint
        .filter(url -> !ENDPOINT.matcher(url).matches())
        .ifPresent(url -> refuse("--endpoint", url, "write one like http://127.0.0.1:4580"));
    if (paths.isEmpty() && endpoint.isEmpty()) {
      throw wrong("there is nothing to read: name files or folders, or an --endpoint");
    }
    Gathering gathering = new Gathering(new Deployment(account, region, parameters));
    if (!paths.isEmpty()) {
      Inputs.read(paths, forms(), gathering);
    }
    endpoint().ifPresent(url -> EndpointReader.read(url, gathering));
    gathering.requireParametersGiven();
    return gathering;
  }

  /** The endpoint that is asked. */
  Optional<URI> endpoint() {
    return endpoint.map(URI::create);
  }

  static List<InputForm> forms() {
    return List.of(new ScenarioInput(), new TemplateForm(), new TerraformForm(), new SavedOutput());
  }

  private void refuse(String option, String value, String remedy) {
    throw wrong("%s is '%s': %s".formatted(option, value, remedy));
  }

  /** A mistake in the options of the command that these belong to. */
  ParameterException wrong(String message) {
    CommandLine line = command == null ? new CommandLine(this) : command.commandLine();
    return new ParameterException(line, message);
  }
}
