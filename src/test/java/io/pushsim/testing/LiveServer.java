package io.pushsim.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.arn.Scope;
import io.pushsim.cli.LiveSimulator;
import io.pushsim.cli.ServeSettings;
import io.pushsim.cli.StandingState;
import io.pushsim.runtime.JavaScriptEngine;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** A simulator behind a port of its own on loopback, and the AWS SDK's clients for it. */
public final class LiveServer implements AutoCloseable {
  public static final String ACCOUNT = "111111111111";
  public static final String REGION = "us-west-2";

  private static final JavaScriptEngine ENGINE = new JavaScriptEngine();

  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final LibraryLog log;
  private final ServeSettings settings;
  private LiveSimulator simulator;

  public LiveServer() {
    this(ServeSettings.onFreePort());
  }

  public LiveServer(ServeSettings settings) {
    this(settings, Optional.empty());
  }

  private LiveServer(ServeSettings settings, Optional<StandingState> scenario) {
    this.settings = settings;
    log = new LibraryLog(faults::add);
    simulator = new LiveSimulator(settings, scenario, ENGINE, new FaultList(faults));
  }

  /** One in which stands what a scenario file sets up. */
  public static LiveServer with(ServeSettings settings, Path scenario) {
    return new LiveServer(settings, Optional.of(StandingState.of(scenario, ENGINE)));
  }

  /** Ends it, and starts another on the same port, with what lasts of it. */
  public void startAgain() {
    int port = port();
    simulator.close();
    simulator = new LiveSimulator(settings.withPort(port), ENGINE, new FaultList(faults));
  }

  /** Carries out an AWS operation without the wire. */
  public JsonNode call(String operation, String parameters) {
    return simulator
        .operations()
        .call(operation, (ObjectNode) TestResource.json(parameters), new Scope(ACCOUNT, REGION))
        .toCompletableFuture()
        .join()
        .body();
  }

  public int port() {
    return simulator.port();
  }

  /** How many connections are open. */
  public int connections() {
    return simulator.connections();
  }

  /** How many bytes the bodies in flight take. */
  public long bodyBytes() {
    return simulator.bodyBytes();
  }

  /** How many invocations run or are about to. */
  public int active() {
    return simulator.active();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /**
   * What went wrong inside pushsim, and what Vert.x and Netty warn of, such as a blocked event loop
   * or an exception that nobody handled: empty, or the test fails.
   */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  public LambdaClient lambda() {
    return lambda(ACCOUNT, REGION);
  }

  /** A client whose access key id is the account's number. */
  public LambdaClient lambda(String account, String region) {
    return configured(LambdaClient.builder(), account, region);
  }

  public S3Client s3(String account, String region) {
    return configured(S3Client.builder().forcePathStyle(true), account, region);
  }

  public StsClient sts(String account, String region) {
    return configured(StsClient.builder(), account, region);
  }

  /** A client that is configured as far as it has to be to reach this server. */
  public <B extends AwsClientBuilder<B, C>, C> C configured(
      B builder, String account, String region) {
    return new SdkClients(endpoint(), region, account, "secret").configured(builder).build();
  }

  @Override
  public void close() {
    simulator.close();
    log.close();
  }
}
