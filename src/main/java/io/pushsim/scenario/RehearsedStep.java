package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.document.Place;
import io.pushsim.error.SimulatorException;

/**
 * A step of a story that was rehearsed, or a bucket that stands before them all, as CreateBucket.
 */
public final class RehearsedStep {
  private final Document document;
  private final Place place;
  private final String parametersPointer;
  private final String name;
  private final JsonNode parameters;
  private final String account;
  private final boolean expectsRefusal;
  private final Result result;

  /** What came of a step. */
  public sealed interface Result {

    /** An operation answered. */
    record Answered(JsonNode response) implements Result {}

    /** An operation or an event step was refused. */
    record Refused(SimulatorException error) implements Result {}

    /** An object changed, as S3 would notify of it. */
    record Changed(ObjectChange change) implements Result {}

    /** A server's notification, which nobody has read yet. */
    record Notified(String notification) implements Result {}
  }

  private RehearsedStep(
      Document document,
      Place place,
      String parametersPointer,
      String name,
      JsonNode parameters,
      String account,
      boolean expectsRefusal,
      Result result) {
    this.document = document;
    this.place = place;
    this.parametersPointer = parametersPointer;
    this.name = name;
    this.parameters = parameters;
    this.account = account;
    this.expectsRefusal = expectsRefusal;
    this.result = result;
  }

  static RehearsedStep of(Story story, Step step, Result result) {
    return new RehearsedStep(
        story.document(),
        story.document().ofValue(step.pointer()),
        Pointer.child(step.pointer(), step.name()),
        step.name(),
        step.parameters(),
        step.account().orElse(story.heading().account()),
        step.expectError().isPresent(),
        result);
  }

  static RehearsedStep of(Story story, Story.Bucket bucket, JsonNode response) {
    return new RehearsedStep(
        story.document(),
        story.document().ofKey(bucket.pointer()),
        bucket.pointer(),
        "CreateBucket",
        StandingBuckets.parameters(bucket),
        bucket.owner(),
        false,
        new Result.Answered(response));
  }

  /** Where it begins. */
  public Place place() {
    return place;
  }

  /**
   * Where a part of its parameters stands, or the nearest thing around it.
   *
   * @param pointer the part's JSON pointer within the parameters
   */
  public Place placeOf(String pointer) {
    return document.ofValue(parametersPointer + pointer);
  }

  /** The AWS operation or the event step. */
  public String name() {
    return name;
  }

  /** As written, by AWS's names. */
  public JsonNode parameters() {
    return parameters;
  }

  /** The account that makes the call. */
  public String account() {
    return account;
  }

  /** Whether the story wants the step to be refused. */
  public boolean expectsRefusal() {
    return expectsRefusal;
  }

  public Result result() {
    return result;
  }
}
