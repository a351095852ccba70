package io.pushsim.cli;

import io.pushsim.runtime.CodePackage;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code pushsim train}, which the launcher runs to have the JVM archive the classes that a replay,
 * a check and a served function that uses S3 need.
 */
@Command(name = "train", hidden = true, description = "Uses what a start needs, once.")
final class TrainCommand implements Callable<Integer> {
  private static final String FUNCTIONS = "/2015-03-31/functions";

  private final Terminal terminal;

  @Parameters(arity = "2", paramLabel = "SCENARIO REPORT")
  private List<Path> paths = List.of();

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    String scenario = paths.get(0).toString();
    Path report = paths.get(1);
    int replayed = run("replay", scenario, "--report", report.toString());
    Path inputs = TrainingInputs.write(report.resolve("inputs"));
    int checked =
        run("check", scenario, inputs.toString(), "--report", report.resolve("check").toString());
    ServeSettings settings = ServeSettings.onFreePort().withData(report.resolve("data"));
    try (BackgroundEngine engine = new BackgroundEngine();
        LiveSimulator simulator =
            new LiveSimulator(settings, engine.engine(), new TerminalLog(terminal))) {
      new ServeBanner(settings, Optional.empty(), simulator.port(), simulator.startReport())
          .print(terminal);
      URI endpoint = URI.create("http://127.0.0.1:" + simulator.port());
      post(endpoint, FUNCTIONS, functionToCreate(TrainingInputs.writeHandler(report)));
      post(endpoint, FUNCTIONS + "/trained/invocations", "{}");
    }
    return checked > PushsimCommand.EXPECTATION_FAILED ? checked : replayed;
  }

  private int run(String... arguments) {
    return PushsimCommand.run(arguments, terminal);
  }

  private static String functionToCreate(Path code) throws IOException {
    return """
        {"FunctionName":"trained","Runtime":"nodejs22.x","Handler":"index.handler",
         "Role":"arn:aws:iam::111111111111:role/any","Timeout":60,"Code":{"ZipFile":"%s"}}"""
        .formatted(Base64.getEncoder().encodeToString(CodePackage.zipFile(code)));
  }

  private static void post(URI endpoint, String path, String body) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) endpoint.resolve(path).toURL().openConnection();
    connection.setDoOutput(true);
    connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    if (connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST) {
      throw new IOException("%s answered %d".formatted(path, connection.getResponseCode()));
    }
  }
}
