package io.pushsim.scenario.report;

import io.pushsim.display.HtmlWriter;
import io.pushsim.display.ShellCommand;
import java.util.List;

/** Notifications on the page: where they went, why or why not, and what ran. */
final class HtmlDelivery {
  private final HtmlWriter html;
  private final StorySetting setting;
  private final CourseText text;

  HtmlDelivery(HtmlWriter html, StorySetting setting) {
    this.html = html;
    this.setting = setting;
    this.text = new CourseText(setting, "→");
  }

  void push(PushReport push) {
    html.open("div.push").open("p.event");
    html.element("span.name", push.eventName()).text(" ");
    if (push.bucket().isPresent()) {
      html.open("code").element("bdi", push.objectName()).close("code");
    }
    push.eventId().ifPresent(id -> html.text(" event " + id));
    html.close("p");
    push.faults().forEach(this::fault);
    push.unmatched().ifPresent(this::unmatched);
    push.deliveries().forEach(this::delivery);
    html.close("div");
  }

  private void fault(FaultReport fault) {
    html.open("p.fault").element("span.badge.neutral", fault.fault().participle());
    html.text(" " + fault.text()).close("p");
  }

  private void unmatched(String why) {
    html.open("p.unmatched").element("span.badge.neutral", "no target").text(" " + why).close("p");
  }

  private void delivery(DeliveryReport delivery) {
    html.open("div.delivery." + (delivery.allowed() ? "allowed" : "denied")).open("p.way");
    delivery.configurationId().ifPresent(id -> html.element("bdi", id).text(" "));
    html.text("→ ");
    html.element("strong", setting.shortName(delivery.target()), "title", delivery.target())
        .text(" ");
    html.element(
        "span.badge." + (delivery.allowed() ? "allowed" : "denied"), Decisions.sentence(delivery));
    html.close("p");
    if (!delivery.reason().isEmpty()) {
      html.open("ul.reason");
      delivery.reason().forEach(reason -> html.element("li", reason));
      html.close("ul");
    }
    remedy(delivery.remedy());
    course("before", text.before(delivery.course()));
    delivery
        .invocation()
        .ifPresent(run -> run(run, Decisions.ran(run, delivery.course().attempts().size())));
    course("after", text.after(delivery.course()));
    html.close("div");
  }

  private void course(String when, List<String> told) {
    told.forEach(line -> html.element("p.course." + when, line));
  }

  private void remedy(List<String> remedy) {
    List<String> lines = ShellCommand.joined(remedy);
    if (lines.isEmpty()) {
      return;
    }
    html.open("div.remedy").element("h4", "To allow it");
    for (String line : lines) {
      if (ShellCommand.isCommand(line)) {
        html.command(line);
      } else {
        html.element("p", line);
      }
    }
    html.close("div");
  }

  /** The account of one handler's run. */
  void run(InvocationView run) {
    run(run, Decisions.ran(run));
  }

  private void run(InvocationView run, String ran) {
    html.open("div.run." + (run.error().isPresent() ? "failed" : "succeeded"));
    html.element("p.ran", ran);
    if (run.cutByHarness()) {
      html.element("p.cut", Decisions.CUT);
    }
    html.open("dl.outcome");
    if (!run.logs().isEmpty()) {
      outcome("printed", String.join("\n", run.logs()));
    }
    run.result().ifPresent(result -> outcome("returned", JsonText.pretty(result)));
    run.error()
        .ifPresent(error -> outcome("failed", String.join("\n", Decisions.errorLines(error))));
    html.close("dl");
    html.open("details.raw").element("summary", "Whole log of request " + run.requestId());
    html.element("pre", String.join("\n", run.logLines()), "tabindex", "0").close("details");
    html.close("div");
  }

  private void outcome(String label, String text) {
    html.element("dt", label).open("dd." + label).element("pre", text, "tabindex", "0").close("dd");
  }
}
