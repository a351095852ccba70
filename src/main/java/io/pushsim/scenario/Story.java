package io.pushsim.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A scenario file that has been read and found sound. */
public final class Story {
  private final Document document;
  private final Path folder;
  private final Heading heading;
  private final List<Bucket> buckets;
  private final List<Step> steps;

  Story(Document document, Path folder, Heading heading, List<Bucket> buckets, List<Step> steps) {
    this.document = document;
    this.folder = folder;
    this.heading = heading;
    this.buckets = List.copyOf(buckets);
    this.steps = List.copyOf(steps);
  }

  /** The same story with other draws. */
  public Story withSeed(long seed) {
    Heading other =
        new Heading(
            heading.name(),
            heading.account(),
            heading.region(),
            seed,
            heading.settle(),
            heading.concurrency());
    return new Story(document, folder, other, buckets, steps);
  }

  /** The file as the person named it. */
  public String file() {
    return document.file();
  }

  public String name() {
    return heading.name();
  }

  Document document() {
    return document;
  }

  Heading heading() {
    return heading;
  }

  List<Bucket> buckets() {
    return buckets;
  }

  List<Step> steps() {
    return steps;
  }

  /**
   * That the story cannot be played on.
   *
   * @param what is wrong, behind the step's name
   */
  ScenarioException unsound(Step step, String what) {
    return new ScenarioException(document.problemAtValue(step.pointer(), step.name() + what));
  }

  World.Setting setting(ObjectContents objects) {
    return new World.Setting(
        heading.account(),
        heading.region(),
        heading.seed(),
        heading.settle(),
        heading.concurrency(),
        folder,
        objects);
  }

  /** What stands above a story's buckets and steps. */
  record Heading(
      String name, String account, String region, long seed, Duration settle, int concurrency) {}

  /** A bucket that stands before the first step. */
  record Bucket(String pointer, String name, String owner, String region) {}
}
