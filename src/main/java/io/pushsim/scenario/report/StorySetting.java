package io.pushsim.scenario.report;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** What a story's steps are read against: its own account and Region, and its start. */
record StorySetting(String file, String account, String region, String start) {

  static StorySetting of(StoryReport story) {
    return new StorySetting(story.file(), story.account(), story.region(), story.start());
  }

  /** A function ARN of the story's own account and Region without what goes without saying. */
  String shortName(String functionArn) {
    String own = ":lambda:" + region + ":" + account + ":function:";
    int at = functionArn.indexOf(own);
    return functionArn.startsWith("arn:aws") && at > 0
        ? functionArn.substring(at + own.length())
        : functionArn;
  }

  /** How far a time lies behind the story's start; zero for what is no time. */
  Duration since(String time) {
    try {
      return Duration.between(Instant.parse(start), Instant.parse(time));
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
