package io.pushsim.scenario.report;

/** Hears of a replay while it happens. */
public interface ReplayAudience {
  /** Listens to nothing. */
  ReplayAudience NONE = new ReplayAudience() {};

  /**
   * @param beginning the story as far as it is known: without steps
   */
  default void storyBegan(StoryReport beginning) {}

  default void stepEnded(StepReport step) {}

  default void storyEnded(StoryReport story) {}

  default void replayEnded(ReplayReport replay) {}
}
