package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.function.LambdaFunction;
import io.pushsim.invocation.destination.DestinationTargets;
import io.pushsim.invocation.destination.Dispatcher;
import io.pushsim.invocation.destination.ObjectWriter;
import io.pushsim.journal.Asleep;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Journal;
import io.pushsim.journal.Lineage;
import io.pushsim.journal.State;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.runtime.FunctionRuntime;
import io.pushsim.time.Draws;
import io.pushsim.time.Ids;
import io.pushsim.time.Scheduler;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The only way to a function: a push is authorized on the exact ARN that it names, and enters the
 * function's queue; a caller who waits has it run at once.
 */
public final class FrontDoor implements AutoCloseable {
  /** The part of what idle environments' packages may take that provisioned ones' may besides. */
  private static final int PROVISIONED_CODE_SHARE = 2;

  private final State state;
  private final Journal journal;
  private final Scheduler scheduler;
  private final Ids ids;
  private final InvocationObserver observer;
  private final Activity activity = new Activity();
  private final ProvisionedEnvironments provisioned;
  private final Chains chains;
  private final Runner runner;
  private final EventQueue queue;

  /**
   * What it is made of.
   *
   * @param runtime in which execution environments are started
   * @param background where work goes that takes its time: to unpack code, to read events again
   * @param observer gets told what passes
   * @param idle how many environments may be idle, and for how long
   * @param objects where records in S3 go
   * @param concurrency how many invocations an account may have at once in each region
   * @param pace at which asynchronous events get their turn
   */
  public record Parts(
      State state,
      Journal journal,
      CodePackages code,
      FunctionRuntime runtime,
      Scheduler scheduler,
      Draws draws,
      Ids ids,
      Executor background,
      InvocationObserver observer,
      IdleLimits idle,
      ObjectWriter objects,
      int concurrency,
      Pace pace) {}

  public FrontDoor(Parts parts) {
    state = parts.state();
    journal = parts.journal();
    scheduler = parts.scheduler();
    ids = parts.ids();
    observer = parts.observer();
    EnvironmentStarter starter =
        new EnvironmentStarter(parts.code(), parts.runtime(), parts.background());
    provisioned =
        new ProvisionedEnvironments(
            state.functions(),
            starter,
            observer,
            parts.idle().codeBytes() / PROVISIONED_CODE_SHARE);
    chains = new Chains(parts.draws(), state);
    runner =
        new Runner(
            state,
            starter,
            scheduler,
            parts.draws(),
            chains,
            observer,
            new Concurrency(parts.concurrency(), state.functions()::keptConcurrency),
            new EnvironmentPool(parts.idle(), scheduler, parts.background()),
            new PendingStarts(parts.runtime()),
            provisioned,
            activity);
    queue =
        new EventQueue(
            state,
            journal,
            runner,
            chains,
            new Dispatcher(new DestinationTargets(state, ids, parts.objects())),
            scheduler,
            parts.pace(),
            activity,
            parts.background(),
            observer);
  }

  /**
   * A notification for one target.
   *
   * @param deliveryId a fresh one
   * @param request what the target's policy is asked
   */
  public record Push(
      String deliveryId,
      String eventId,
      String configurationId,
      FunctionArn target,
      String payload,
      AccessRequest request,
      Lineage lineage) {

    private Delivery delivery(Instant now, Decision decision) {
      return Delivery.pushed(
          deliveryId, eventId, configurationId, target, payload, now, decision, lineage);
    }
  }

  /**
   * Pushes: decides now, and if allowed has the function run, and run again if need be.
   *
   * @param whenAtRest called once nothing is to be done for it, or not before a later time
   */
  public void push(Push push, Runnable whenAtRest) {
    Instant now = scheduler.instant();
    Decision decision = state.policies().decide(push.target(), push.request(), now);
    observer.decided(push.target(), decision.kind());
    Delivery delivery = push.delivery(now, decision);
    if (decision.isAllowed()) {
      journal.append(new Entry.DeliveryBegun(now, delivery));
      queue.take(delivery, state.era(), whenAtRest);
    } else {
      journal.append(new Entry.DeliveryDenied(now, delivery));
      whenAtRest.run();
    }
  }

  /**
   * Runs a function for a caller who may, and waits; hands over what came of it, on whatever thread
   * it ended.
   *
   * @param lineage the chain of events in which the caller asks
   */
  public void invoke(
      FunctionArn arn,
      String payload,
      Optional<String> clientContext,
      Lineage lineage,
      Consumer<Run> whenDone) {
    runner.run(
        new Request(arn, ids.get().toString(), 1, payload, clientContext, state.era(), lineage),
        whenDone);
  }

  /**
   * Has a function run for a caller who may, and does not wait.
   *
   * @param decision that lets the caller
   * @param lineage the chain of events in which the caller asks
   * @return the request's id, once it cannot get lost any more
   */
  public CompletionStage<String> invokeLater(
      FunctionArn arn, String payload, Decision decision, Lineage lineage) {
    String id = ids.get().toString();
    int era = state.era();
    Delivery delivery = Delivery.invoked(id, arn, payload, scheduler.instant(), decision, lineage);
    activity.invocationBegins();
    return journal
        .append(new Entry.InvocationAccepted(delivery.pushed(), delivery))
        .whenComplete(
            (durable, failure) -> {
              try {
                if (failure == null) {
                  queue.takeLater(delivery, era);
                }
              } finally {
                activity.invocationEnds();
              }
            })
        .thenApply(durable -> id);
  }

  /** Goes on with a delivery that has begun and not ended, as the journal knows it. */
  public void goOn(Delivery delivery) {
    queue.takeLater(delivery, state.era());
  }

  /** Goes on with a delivery of a former run that sleeps in the journal. */
  public void goOn(Asleep delivery) {
    queue.takeLater(delivery, state.era());
  }

  /** Starts the environments that are provisioned already, ahead of their invocations. */
  public void provisionAll() {
    provisioned.followAll();
  }

  /** Starts the environments that are provisioned for a function by now, and lets others go. */
  public void provision(FunctionArn function) {
    provisioned.follow(function.unqualified());
  }

  /** How far the environments are that a function has provisioned for a version or an alias. */
  public ProvisionedStatus provisionedStatus(LambdaFunction function, Qualifier qualifier) {
    return provisioned.status(function, function.provisionedVersion(qualifier.toString()));
  }

  /** How many invocations run or are about to; those that wait for a later time are not counted. */
  public int active() {
    return activity.invocations();
  }

  /** How many events wait to be tried again, or, where there are many, for their turn. */
  public int waiting() {
    return queue.waiting();
  }

  /** The chains of events in which functions ask for something. */
  public Chains chains() {
    return chains;
  }

  /** What is under way; who brings events to the door counts them there. */
  public Activity activity() {
    return activity;
  }

  /**
   * Closes all idle execution environments, and later those whose invocation began before the
   * state's era.
   */
  public void closeIdle() {
    runner.closeIdle(state.era());
  }

  @Override
  public void close() {
    runner.close();
  }
}
