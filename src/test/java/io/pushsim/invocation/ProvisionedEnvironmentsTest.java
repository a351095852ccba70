package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.Version;
import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.FunctionVersion;
import io.pushsim.runtime.InitializationType;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.InvocationResult;
import io.pushsim.testing.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Environments that are started before invocations come. */
class ProvisionedEnvironmentsTest {
  private static final long MOST_CODE = 100;

  private final Functions functions = new Functions(new Simulation());
  private final List<Started> started = new ArrayList<>();
  private long codeBytes = 1;
  private final ProvisionedEnvironments provisioned =
      new ProvisionedEnvironments(
          functions.simulation().state().functions(),
          new EnvironmentStarter(
              new CodePackages(functions.simulation().codeStore()), this::start, Runnable::run),
          InvocationObserver.NONE,
          MOST_CODE);

  private ExecutionEnvironment start(FunctionVersion version) {
    Started environment = new Started(version, codeBytes);
    started.add(environment);
    return environment;
  }

  @BeforeEach
  void createFunctions() {
    functions.create("one", "any");
    functions.create("other", "any");
  }

  private void provision(String name, int number) {
    functions.provision(name, number);
    follow(name);
  }

  private void follow(String name) {
    provisioned.follow(functions.get(name).arn());
  }

  /** Initializes all that are started, and those that are started then. */
  private void initializeAll() {
    for (int i = 0; i < started.size(); i++) {
      started.get(i).loads();
    }
  }

  private ProvisionedStatus status(String name) {
    return provisioned.status(functions.get(name), "1");
  }

  private Optional<ExecutionEnvironment> take(String name) {
    return take(name, "1");
  }

  private Optional<ExecutionEnvironment> take(String name, String number) {
    LambdaFunction function = functions.get(name);
    Version version = function.version(number).orElseThrow();
    return provisioned.take(
        new EnvironmentPool.Key(function.arn(), number), version.configuration());
  }

  @Test
  void startsWhatIsProvisioned_oneAfterTheOther() {
    provision("one", 3);

    assertThat(started).hasSize(1);
    assertThat(started.get(0).version.initializationType())
        .isEqualTo(InitializationType.PROVISIONED_CONCURRENCY);
    assertThat(started.get(0).version.version()).isEqualTo("1");
    assertThat(status("one")).isEqualTo(ProvisionedStatus.IN_PROGRESS);
    started.get(0).loads();
    assertThat(started).hasSize(2);
    initializeAll();
    assertThat(started).hasSize(3).doesNotHaveDuplicates();
    assertThat(started.stream().map(each -> each.id)).doesNotHaveDuplicates();
    assertThat(status("one")).isEqualTo(ProvisionedStatus.READY);
  }

  @Test
  void hasRoomForInvocations_unlessTheInitPhaseFails() {
    provision("one", 2);
    assertThat(room("one")).isEqualTo(2);
    assertThat(room("other")).isZero();

    started.get(0).loads();
    assertThat(room("one")).isEqualTo(2);
    started.get(1).fails();
    assertThat(room("one")).isZero();
  }

  private int room(String name) {
    LambdaFunction function = functions.get(name);
    return provisioned.room(
        function, function.version("1").orElseThrow(), functions.simulation().time().instant());
  }

  @Test
  void givesEachToOneInvocationAtATime() {
    provision("one", 1);
    assertThat(take("one")).isEmpty();
    initializeAll();

    ExecutionEnvironment taken = take("one").orElseThrow();
    assertThat(take("one")).isEmpty();
    assertThat(provisioned.giveBack(taken)).isTrue();
    assertThat(take("one")).contains(taken);
    assertThat(started).hasSize(1);
  }

  @Test
  void takesNothingBackThatIsNotItsOwn() {
    provision("one", 1);
    initializeAll();

    assertThat(provisioned.giveBack(started.get(0))).isFalse();
  }

  @Test
  void startsTheRest_whenMoreAreWanted_andLetsTheSurplusGo_whenLess() {
    provision("one", 1);
    initializeAll();
    provision("one", 3);
    assertThat(status("one")).isEqualTo(ProvisionedStatus.IN_PROGRESS);
    initializeAll();
    assertThat(started).hasSize(3);

    provision("one", 1);

    assertThat(started.stream().filter(each -> each.isClosed())).hasSize(2);
    assertThat(take("one")).isPresent();
    assertThat(take("one")).isEmpty();
  }

  @Test
  void closesWhatIsInUse_whenItIsGivenBackAfterItsConfigurationHasGone() {
    provision("one", 1);
    initializeAll();
    ExecutionEnvironment taken = take("one").orElseThrow();

    functions.call(
        "DeleteProvisionedConcurrencyConfig", "{\"FunctionName\": \"one\", \"Qualifier\": \"1\"}");
    follow("one");

    assertThat(started.get(0).isClosed()).isFalse();
    assertThat(provisioned.giveBack(taken)).isTrue();
    assertThat(started.get(0).isClosed()).isTrue();
  }

  @Test
  void closesWhatIsInitializedTooLate() {
    provision("one", 2);
    FunctionArn deleted = functions.get("one").arn();
    functions.call("DeleteFunction", "{\"FunctionName\": \"one\"}");
    provisioned.follow(deleted);

    initializeAll();

    assertThat(started).hasSize(1);
    assertThat(started.get(0).isClosed()).isTrue();
  }

  @Test
  void followsAnAliasToAnotherVersion() {
    functions.call(
        "CreateAlias",
        "{\"FunctionName\": \"one\", \"Name\": \"PROD\", \"FunctionVersion\": \"1\"}");
    functions.provision("one", "PROD", 1);
    follow("one");
    initializeAll();
    functions.call(
        "UpdateFunctionConfiguration", "{\"FunctionName\": \"one\", \"Description\": \"new\"}");
    functions.call("PublishVersion", "{\"FunctionName\": \"one\"}");
    follow("one");
    assertThat(started).hasSize(1);

    functions.call(
        "UpdateAlias",
        "{\"FunctionName\": \"one\", \"Name\": \"PROD\", \"FunctionVersion\": \"2\"}");
    follow("one");

    assertThat(started.get(0).isClosed()).isTrue();
    initializeAll();
    assertThat(take("one", "2")).contains(started.get(1));
    assertThat(started.get(1).version.version()).isEqualTo("2");
  }

  @Test
  void failsWhereOneDoesNotInitialize_untilItIsRequestedAnew() {
    provision("one", 3);
    started.get(0).loads();
    started.get(1).fails();

    assertThat(status("one")).isEqualTo(ProvisionedStatus.FAILED);
    assertThat(started).hasSize(2).allMatch(each -> each.isClosed());
    functions.reserve("one", 10);
    follow("one");
    assertThat(started).hasSize(2);

    provision("one", 2);
    initializeAll();
    assertThat(status("one")).isEqualTo(ProvisionedStatus.READY);
    assertThat(started).hasSize(4);
  }

  @Test
  void startsNoMoreThanThereIsRoomFor_andIsReadyWithThese() {
    provision("one", ProvisionedEnvironments.MOST - 1);
    provision("other", 5);
    initializeAll();

    assertThat(started).hasSize(ProvisionedEnvironments.MOST);
    assertThat(status("one")).isEqualTo(ProvisionedStatus.READY);
    assertThat(status("other")).isEqualTo(ProvisionedStatus.READY);
    assertThat(take("other")).isPresent();
    assertThat(take("other")).isEmpty();
  }

  @Test
  void startsNoneWhoseCodeIsTooMuch_besideThatOfOthers() {
    codeBytes = 60;
    provision("one", 2);
    initializeAll();
    provision("other", 2);
    initializeAll();

    assertThat(started).hasSize(3);
    assertThat(started.get(2).isClosed()).isTrue();
    assertThat(status("other")).isEqualTo(ProvisionedStatus.READY);
    assertThat(take("other")).isEmpty();
    assertThat(take("one")).isPresent();
  }

  @Test
  void startsWhatWasProvisionedBefore() {
    functions.provision("one", 1);
    functions.provision("other", 1);

    provisioned.followAll();
    initializeAll();

    assertThat(started.stream().map(each -> each.version.functionName()))
        .containsExactly("one", "other");
  }

  @Test
  void startsNoneOfAForeignRuntime() {
    functions.call(
        "CreateFunction",
        """
        {"FunctionName": "snake", "Runtime": "python3.12", "Handler": "a.b", "Publish": true,
         "Role": "arn:aws:iam::111111111111:role/any", "Code": {"ZipFile": "zip:any"}}""");
    provision("snake", 1);

    assertThat(started).isEmpty();
    assertThat(status("snake")).isEqualTo(ProvisionedStatus.READY);
  }

  @Test
  void closesAll_whenItIsClosed() {
    provision("one", 2);
    started.get(0).loads();
    provisioned.close();
    initializeAll();
    provision("other", 1);

    assertThat(started).hasSize(2).allMatch(each -> each.isClosed());
  }

  /** An environment whose init phase ends when the test says so. */
  private static final class Started extends StillEnvironment {
    private final FunctionVersion version;
    private String id = "";
    private Consumer<InvocationReport> whenDone = told -> {};

    private Started(FunctionVersion version, long codeBytes) {
      super(codeBytes);
      this.version = version;
    }

    private void loads() {
      end(true);
    }

    private void fails() {
      end(false);
    }

    private void end(boolean loaded) {
      Consumer<InvocationReport> told = whenDone;
      whenDone = nobody -> {};
      told.accept(
          new InvocationReport(
              loaded
                  ? new InvocationResult.Success("null")
                  : InvocationResult.FunctionError.of("Error", "no database"),
              List.of(),
              Duration.ZERO,
              Optional.empty(),
              0,
              "",
              false));
    }

    @Override
    public void initialize(String given, Consumer<InvocationReport> told) {
      id = given;
      whenDone = told;
    }
  }
}
