package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.function.EventInvokeConfig;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.function.LambdaFunction;
import io.pushsim.invocation.destination.Dispatcher;
import io.pushsim.invocation.destination.Ending;
import io.pushsim.journal.Asleep;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.HeldBack;
import io.pushsim.journal.Journal;
import io.pushsim.journal.State;
import io.pushsim.time.Scheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The queue of asynchronous invocations: has each run until it ends by Lambda's rules for retries,
 * back-off and age, each time with the alias resolved anew, and sees to it that its end is told
 * where the function wants that. All that comes of it is in the journal; what waits for a later
 * time is read from there again.
 */
final class EventQueue {
  private final State state;
  private final Journal journal;
  private final Runner runner;
  private final Chains chains;
  private final Dispatcher dispatcher;
  private final Scheduler scheduler;
  private final Pace pace;
  private final Activity activity;
  private final Executor background;
  private final InvocationObserver observer;
  private final WaitingRoom<Waiting> waitingRoom;

  /**
   * An event that waits for its time or its turn.
   *
   * @param number the delivery's in the journal
   * @param isUnderWay whether it counts as under way: it waits for its turn alone
   */
  private record Waiting(long number, int era, boolean isUnderWay) {}

  /**
   * An event whose function is being run.
   *
   * @param whenAtRest to be called once it has ended or waits
   */
  private record Turn(Delivery delivery, int era, Runnable whenAtRest) {}

  /**
   * @param pace at which events get their turn
   * @param background where events are read again: not an event loop
   * @param observer gets told what comes of events
   */
  EventQueue(
      State state,
      Journal journal,
      Runner runner,
      Chains chains,
      Dispatcher dispatcher,
      Scheduler scheduler,
      Pace pace,
      Activity activity,
      Executor background,
      InvocationObserver observer) {
    this.state = state;
    this.journal = journal;
    this.runner = runner;
    this.chains = chains;
    this.dispatcher = dispatcher;
    this.scheduler = scheduler;
    this.pace = pace;
    this.activity = activity;
    this.background = background;
    this.observer = observer;
    this.waitingRoom = new WaitingRoom<>(scheduler, pace, this::calledIn);
  }

  /** How many events wait, for a later time or for their turn. */
  int waiting() {
    return waitingRoom.size();
  }

  /**
   * Takes an event of which the journal knows, whose turn it is.
   *
   * @param era the state's when it was accepted
   * @param whenAtRest called once it has ended or waits for a later time
   */
  void take(Delivery delivery, int era, Runnable whenAtRest) {
    run(new Turn(delivery, era, whenAtRest));
  }

  /** Takes an event of which the journal knows: when its turn or its time has come. */
  void takeLater(Delivery delivery, int era) {
    Optional<Instant> due = delivery.course().due();
    if (due.isPresent()) {
      waits(delivery, due.get(), era, false);
    } else if (pace.isQuiet() && !waitingRoom.isBehind()) {
      activity.invocationBegins();
      enter(delivery, era);
    } else {
      activity.invocationBegins();
      waits(delivery, delivery.pushed(), era, true);
    }
  }

  /** Takes an event that sleeps in the journal. */
  void takeLater(Asleep asleep, int era) {
    boolean isUnderWay = !asleep.due().isAfter(scheduler.instant());
    if (isUnderWay) {
      activity.invocationBegins();
    }
    waitingRoom.add(asleep.due(), new Waiting(asleep.number(), era, isUnderWay));
  }

  /** It is read again when its time has come. */
  private void waits(Delivery delivery, Instant due, int era, boolean isUnderWay) {
    OptionalLong number = journal.history().layDownDelivery(delivery.id());
    if (number.isPresent()) {
      waitingRoom.add(due, new Waiting(number.getAsLong(), era, isUnderWay));
    } else if (isUnderWay) {
      activity.invocationEnds();
    }
  }

  /** One that is counted as under way gets its turn. */
  private void enter(Delivery delivery, int era) {
    pace.enter(
        ticket -> {
          try {
            run(new Turn(delivery, era, ticket::end));
          } catch (RuntimeException e) {
            ticket.end();
            throw e;
          } finally {
            activity.invocationEnds();
          }
        });
  }

  private void calledIn(List<Waiting> waiting) {
    waiting.stream()
        .filter(each -> !each.isUnderWay())
        .forEach(each -> activity.invocationBegins());
    waitingRoom.letIn(waiting, background, this::readAgain, this::waitsOn);
  }

  private void readAgain(List<Waiting> waiting) {
    Map<Long, Delivery> read =
        journal.history().takeUpDeliveries(waiting.stream().map(Waiting::number).toList());
    for (Waiting each : waiting) {
      Delivery delivery = read.get(each.number());
      if (delivery == null) {
        activity.invocationEnds();
      } else {
        enter(delivery, each.era());
      }
    }
  }

  /** One that could not be read waits for a later time, and so is not under way. */
  private Waiting waitsOn(Waiting unread) {
    activity.invocationEnds();
    return new Waiting(unread.number(), unread.era(), false);
  }

  private void run(Turn turn) {
    Delivery delivery = turn.delivery();
    if (chains.isLoop(delivery.target(), delivery.lineage())) {
      conclude(turn, List.of(), Conclusion.RECURSION_DETECTED, Optional.empty());
      return;
    }
    runner.run(
        new Request(
            delivery.target(),
            delivery.id(),
            delivery.course().nextAttempt(),
            delivery.payload(),
            Optional.empty(),
            turn.era(),
            delivery.lineage()),
        run -> ran(turn, run));
  }

  private Optional<LambdaFunction> function(FunctionArn target) {
    return state.functions().find(target);
  }

  private Optional<EventInvokeConfig> config(Delivery delivery) {
    return function(delivery.target())
        .flatMap(found -> found.settings().eventInvoke(delivery.target().qualifier()));
  }

  private void ran(Turn turn, Run run) {
    if (run instanceof Run.Ended ended) {
      if (ended.attempt().report().result().isError()) {
        failed(turn, ended);
      } else {
        conclude(
            turn,
            List.of(ended.attempt()),
            Conclusion.SUCCEEDED,
            Optional.of(ended.configuration()));
      }
    } else if (run instanceof Run.Throttled throttled) {
      if (throttled.throttle() == Throttle.SWITCHED_OFF) {
        // Recorded: test_reserved_concurrency.
        conclude(
            turn,
            List.of(),
            Conclusion.ZERO_RESERVED_CONCURRENCY,
            Optional.of(throttled.configuration()));
      } else {
        heldBack(turn, throttled.throttle().heldBack(), throttled.configuration());
      }
    } else if (run instanceof Run.NotStarted not) {
      heldBack(turn, HeldBack.Reason.SYSTEM_ERROR, not.configuration());
    } else {
      conclude(turn, List.of(), Conclusion.TARGET_NOT_FOUND, Optional.empty());
    }
  }

  private void failed(Turn turn, Run.Ended run) {
    Delivery delivery = turn.delivery();
    Instant now = scheduler.instant();
    RetryRules.Next next =
        new RetryRules(config(delivery))
            .afterError(delivery.course().nextAttempt(), delivery.pushed(), now);
    if (next instanceof RetryRules.Next.Again again) {
      waits(
          turn,
          new Entry.DeliveryAttempted(
              now, delivery.eventId(), delivery.id(), run.attempt(), again.due()),
          again.due());
    } else {
      conclude(
          turn,
          List.of(run.attempt()),
          ((RetryRules.Next.Over) next).conclusion(),
          Optional.of(run.configuration()));
    }
  }

  private void heldBack(Turn turn, HeldBack.Reason reason, FunctionConfiguration configuration) {
    Delivery delivery = turn.delivery();
    Instant now = scheduler.instant();
    RetryRules.Next next =
        new RetryRules(config(delivery))
            .afterHoldingBack(delivery.course().heldBack().size(), delivery.pushed(), now);
    if (next instanceof RetryRules.Next.Again again) {
      waits(
          turn,
          new Entry.DeliveryHeldBack(
              delivery.eventId(), delivery.id(), new HeldBack(now, reason, again.due())),
          again.due());
    } else {
      conclude(
          turn, List.of(), ((RetryRules.Next.Over) next).conclusion(), Optional.of(configuration));
    }
  }

  private void waits(Turn turn, Entry.OfCourse entry, Instant due) {
    journal.append(entry);
    observer.came(turn.delivery().target(), entry);
    waits(turn.delivery(), due, turn.era(), false);
    turn.whenAtRest().run();
  }

  private void conclude(
      Turn turn,
      List<Attempt> last,
      Conclusion conclusion,
      Optional<FunctionConfiguration> configuration) {
    Delivery delivery = turn.delivery();
    Instant now = scheduler.instant();
    Ending ending =
        new Ending(
            now,
            delivery.with(delivery.course().ended(last, conclusion, List.of())),
            conclusion,
            config(delivery),
            configuration);
    activity.invocationBegins();
    told(ending)
        .thenAccept(
            told -> {
              Entry.DeliveryEnded end =
                  new Entry.DeliveryEnded(
                      now, delivery.eventId(), delivery.id(), last, conclusion, told.sendings());
              List<Entry> entries = new ArrayList<>();
              entries.add(end);
              entries.addAll(told.entries());
              journal.append(entries);
              observer.came(delivery.target(), end);
              turn.whenAtRest().run();
              told.invoked().forEach(invoked -> takeLater(invoked, turn.era()));
            })
        .whenComplete((done, failure) -> activity.invocationEnds());
  }

  /**
   * That a loop is stopped is told once: told again and again it would be the loop's next round.
   */
  private CompletionStage<Dispatcher.Told> told(Ending ending) {
    Delivery delivery = ending.delivery();
    boolean wasStopped = delivery.lineage().runsOf(delivery.target()) > Chains.MOST_RUNS;
    return ending.conclusion() == Conclusion.RECURSION_DETECTED && wasStopped
        ? CompletableFuture.completedFuture(Dispatcher.Told.NOTHING)
        : dispatcher.dispatch(ending);
  }
}
