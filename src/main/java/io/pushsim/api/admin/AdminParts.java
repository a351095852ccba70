package io.pushsim.api.admin;

import io.pushsim.api.lambda.CodeLinks;
import io.pushsim.arn.Scope;
import io.pushsim.eventsource.EventRouter;
import io.pushsim.eventsource.PushExplainer;
import io.pushsim.invocation.Activity;
import io.pushsim.journal.CodeStore;
import io.pushsim.journal.History;
import io.pushsim.time.Scheduler;
import io.pushsim.time.TimeScale;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What pushsim's own paths are about.
 *
 * @param version pushsim's own, as {@code --version} says it
 * @param reset lets everything go, in the name of the caller
 * @param nativeEvents whether handlers get the records as their servers wrote them
 * @param toldOf gets the bucket of each event that an S3 server tells; must not block
 * @param time the simulated time: functions' and the journal's
 * @param timeScale how many times as fast as the machine's it passes
 * @param machine the machine's time, by which clients wait
 * @param background where answers are made that take their time: not an event loop
 */
public record AdminParts(
    String version,
    History history,
    Function<Scope, CompletionStage<Void>> reset,
    EventRouter events,
    boolean nativeEvents,
    Consumer<String> toldOf,
    PushExplainer explainer,
    Activity activity,
    CodeStore code,
    CodeLinks codeLinks,
    Metrics metrics,
    InstantSource time,
    TimeScale timeScale,
    Scheduler machine,
    Executor background) {}
