package io.pushsim.outside;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.endpoint.EndpointOfAccount;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.SetUp;
import io.pushsim.cli.ServeSettings;
import io.pushsim.journal.Entry;
import io.pushsim.journal.disk.DataDirectory;
import io.pushsim.journal.disk.DiskJournal;
import io.pushsim.testing.Launched;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.OutsideTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pushsim in which a set-up stands that is wholly known, to be mended with the real AWS CLI and
 * read back. What AWS would refuse does not stand there.
 */
public final class MendingBench implements AutoCloseable {
  private static final String HOME = LiveServer.ACCOUNT;
  private static final String USUAL_REGION = LiveServer.REGION;

  private final SetUp before;
  private final Path folder;
  private final LiveServer server;

  private MendingBench(SetUp before, Path folder, LiveServer server) {
    this.before = before;
    this.folder = folder;
    this.server = server;
  }

  /**
   * Brings the set-up up. Skips the running test where there is no AWS CLI.
   *
   * @throws IllegalArgumentException where something in the set-up is unknown
   */
  public static MendingBench of(SetUp setUp) {
    OutsideTool.AWS_CLI.demand();
    Path folder = temporary();
    Path data = folder.resolve("data");
    try (DataDirectory directory = DataDirectory.open(data);
        DiskJournal journal = new DiskJournal(directory, 1_000, Long.MAX_VALUE, message -> {})) {
      journal
          .append(new Entry.Snapshot(Instant.now(), SetUpState.of(setUp)))
          .toCompletableFuture()
          .join();
    }
    return new MendingBench(
        setUp, folder, new LiveServer(ServeSettings.onFreePort().withData(data)));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("mending-bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs the commands one after another, each as a line that a person types into bash, as the
   * account and in the region of the first function.
   *
   * @throws AssertionError where one of them fails; it says what that printed
   */
  public void run(List<String> commands) {
    run(account(), commands);
  }

  /** The same as another account. */
  public void run(String account, List<String> commands) {
    Caller caller = new Caller(server.endpoint(), account, region());
    for (String command : commands) {
      Launched launched =
          Launched.start(List.of("bash", "-c", command), caller.environment(), folder).await();
      if (launched.exitCode() != 0) {
        throw new AssertionError(
            "%s%nends with %d: %s%s"
                .formatted(command, launched.exitCode(), launched.out(), launched.err()));
      }
    }
  }

  /** What stands there now, with the events that the set-up showed before. */
  public SetUp readBack() {
    Set<String> accounts = new LinkedHashSet<>(List.of(account()));
    Set<String> regions = new LinkedHashSet<>(List.of(region()));
    before.buckets().forEach(bucket -> accounts.add(SetUpState.known(bucket.owner())));
    arns().forEach(arn -> accounts.add(arn.account()));
    arns().forEach(arn -> regions.add(arn.region()));
    List<SetUp> parts =
        accounts.stream()
            .flatMap(account -> regions.stream().map(region -> read(account, region)))
            .toList();
    return new SetUp(
        all(parts, SetUp::buckets),
        all(parts, SetUp::rules),
        all(parts, SetUp::functions),
        all(parts, SetUp::versions),
        all(parts, SetUp::aliases),
        all(parts, SetUp::grants),
        all(parts, SetUp::policies),
        before.events(),
        parts.stream().flatMap(part -> part.configured().stream()).collect(Collectors.toSet()));
  }

  private SetUp read(String account, String region) {
    Gathering gathering = EndpointOfAccount.read(server.endpoint(), account, region);
    if (!gathering.problems().isEmpty()) {
      throw new AssertionError(gathering.problems().toString());
    }
    return gathering.setUp().build();
  }

  /** A bucket is read in every region. */
  private static <T> List<T> all(List<SetUp> parts, Function<SetUp, List<T>> of) {
    return parts.stream().flatMap(part -> of.apply(part).stream()).distinct().toList();
  }

  private Stream<FunctionArn> arns() {
    return Stream.of(
            before.functions().stream().map(function -> function.arn()),
            before.aliases().stream().map(alias -> alias.function()),
            before.versions().stream().map(version -> version.function()),
            before.policies().stream().map(policy -> policy.target()))
        .flatMap(Function.identity())
        .map(SetUpState::known)
        .flatMap(text -> FunctionArn.parse(text).stream());
  }

  private String account() {
    return arns().findFirst().map(FunctionArn::account).orElse(HOME);
  }

  private String region() {
    return arns().findFirst().map(FunctionArn::region).orElse(USUAL_REGION);
  }

  @Override
  public void close() {
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!server.faults().isEmpty()) {
      throw new AssertionError(server.faults().toString());
    }
  }
}
