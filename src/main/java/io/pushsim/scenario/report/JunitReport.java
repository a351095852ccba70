package io.pushsim.scenario.report;

import io.pushsim.display.Figures;
import io.pushsim.display.Style;
import io.pushsim.display.VisibleText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}: a suite for each story, a case for each step. Times are virtual: a case lasts
 * until the next step's start, the last one as long as its handlers ran.
 */
public final class JunitReport {
  private static final Style SYSTEM_OUT = new Style(100, false, true);
  private static final int SECONDS_OF_ISO_8601 = "2026-01-01T00:00:00".length();

  private final XMLStreamWriter xml;

  private JunitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The whole document, ending in a line end. */
  public static String of(ReplayReport replay) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JunitReport(xml).replay(replay);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing XML into memory does not fail", e);
    }
    return text.append('\n').toString();
  }

  private void replay(ReplayReport replay) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    open(0, "testsuites");
    attribute("name", "pushsim replay");
    List<Duration> durations = new ArrayList<>();
    replay.stories().forEach(story -> durations.add(duration(story)));
    counts(StoryCounts.of(replay), durations.stream().reduce(Duration.ZERO, Duration::plus));
    for (StoryReport story : replay.stories()) {
      story(story);
    }
    close(0);
    xml.writeEndDocument();
  }

  private void story(StoryReport story) throws XMLStreamException {
    open(1, "testsuite");
    attribute("name", story.name());
    counts(StoryCounts.of(story), duration(story));
    attribute("timestamp", withoutZone(story.start()));
    properties(story);
    OperationSummary summary = new OperationSummary(StorySetting.of(story), "→");
    Iterator<Duration> durations = durations(story).iterator();
    for (StepReport step : story.steps()) {
      step(story, step, summary, durations.next());
    }
    StringWriter told = new StringWriter();
    TerminalStory.tell(story, new PrintWriter(told), SYSTEM_OUT);
    element(2, "system-out", told.toString());
    close(1);
  }

  private void properties(StoryReport story) throws XMLStreamException {
    open(2, "properties");
    property("file", story.file());
    property("account", story.account());
    property("region", story.region());
    property("seed", Long.toString(story.seed()));
    close(2);
  }

  private void property(String name, String value) throws XMLStreamException {
    indent(3);
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  private void step(StoryReport story, StepReport step, OperationSummary summary, Duration time)
      throws XMLStreamException {
    String asked = summary.asked(step);
    indent(2);
    if (step.passed()) {
      xml.writeEmptyElement("testcase");
    } else {
      xml.writeStartElement("testcase");
    }
    attribute(
        "name",
        "line " + step.line() + ": " + step.operation() + (asked.isEmpty() ? "" : " " + asked));
    attribute("classname", story.file());
    attribute("file", story.file());
    attribute("line", Integer.toString(step.line()));
    attribute("time", seconds(time));
    if (!step.passed()) {
      failures(story, step);
      close(2);
    }
  }

  /** One element for all failures of a step: Jenkins reads only the first. */
  private void failures(StoryReport story, StepReport step) throws XMLStreamException {
    FailureReport first = step.failures().get(0);
    int more = step.failures().size() - 1;
    indent(3);
    xml.writeStartElement("failure");
    attribute(
        "message",
        (first.path().isEmpty() ? "" : first.path() + ": ")
            + "expected "
            + first.expected()
            + ", actual "
            + first.actual()
            + (more == 0 ? "" : " (and " + Figures.count(more, "more", "more") + ")"));
    attribute("type", "expectation");
    StringBuilder text = new StringBuilder();
    for (FailureReport failure : step.failures()) {
      text.append(Decisions.place(story.file(), failure))
          .append(failure.path().isEmpty() ? "" : "  " + failure.path())
          .append("\n  expected  ")
          .append(indented(failure.expected()))
          .append("\n  actual    ")
          .append(indented(failure.actual()))
          .append('\n');
    }
    characters(text.toString());
    xml.writeEndElement();
  }

  private static String indented(String text) {
    return String.join("\n" + " ".repeat(12), VisibleText.lines(text));
  }

  private void counts(StoryCounts counts, Duration time) throws XMLStreamException {
    attribute("tests", Integer.toString(counts.steps()));
    attribute("failures", Integer.toString(counts.failedSteps()));
    attribute("errors", "0");
    attribute("skipped", "0");
    attribute("time", seconds(time));
  }

  private static Duration duration(StoryReport story) {
    return durations(story).stream().reduce(Duration.ZERO, Duration::plus);
  }

  private static List<Duration> durations(StoryReport story) {
    StorySetting setting = StorySetting.of(story);
    List<Duration> durations = new ArrayList<>();
    for (int i = 0; i < story.steps().size(); i++) {
      StepReport step = story.steps().get(i);
      boolean last = i == story.steps().size() - 1;
      durations.add(
          last
              ? handlers(step)
              : setting.since(story.steps().get(i + 1).time()).minus(setting.since(step.time())));
    }
    return durations;
  }

  private static Duration handlers(StepReport step) {
    double milliseconds = step.invocation().map(InvocationView::durationMillis).orElse(0.0);
    for (PushReport push : step.pushes()) {
      for (DeliveryReport delivery : push.deliveries()) {
        milliseconds += delivery.invocation().map(InvocationView::durationMillis).orElse(0.0);
      }
    }
    return Duration.ofNanos(Math.round(milliseconds * 1_000_000));
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos(), 9)
        .setScale(3, RoundingMode.HALF_UP)
        .toPlainString();
  }

  /** JUnit's schema has local times; pushsim's are UTC. */
  private static String withoutZone(String time) {
    return time.length() > SECONDS_OF_ISO_8601 ? time.substring(0, SECONDS_OF_ISO_8601) : time;
  }

  private void open(int depth, String name) throws XMLStreamException {
    indent(depth);
    xml.writeStartElement(name);
  }

  private void close(int depth) throws XMLStreamException {
    indent(depth);
    xml.writeEndElement();
  }

  private void element(int depth, String name, String text) throws XMLStreamException {
    open(depth, name);
    characters(text);
    xml.writeEndElement();
  }

  private void indent(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** An attribute has no line ends, nor what XML 1.0 cannot say: both are escaped visibly. */
  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, VisibleText.inline(value));
  }

  private void characters(String text) throws XMLStreamException {
    List<String> lines = VisibleText.lines(text).stream().map(VisibleText::inline).toList();
    xml.writeCharacters(String.join("\n", lines));
  }
}
