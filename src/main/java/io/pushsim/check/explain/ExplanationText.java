package io.pushsim.check.explain;

import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.Verdict;
import io.pushsim.check.setup.Symbol;
import io.pushsim.display.ShellCommand;
import io.pushsim.display.StyledText;
import io.pushsim.display.TerminalLines;
import io.pushsim.display.Tone;
import io.pushsim.policy.StatementWalk;
import java.util.List;

/** Tells an explanation on a terminal, step by step, as Lambda and S3 would come to it. */
public final class ExplanationText {
  private final TerminalLines lines;
  private final Explanation explanation;

  public ExplanationText(TerminalLines lines, Explanation explanation) {
    this.lines = lines;
    this.explanation = explanation;
  }

  /** Tells all of it. */
  public void tell() {
    Question question = explanation.question();
    lines.paragraph(
        StyledText.of(Tone.NAME, lines.glyphs().bullet() + " "),
        StyledText.of(Tone.STRONG, question.type().configurationName())
            .and(" %s/%s".formatted(question.bucket(), question.key()))
            .and(Tone.FAINT, explanation.setUp().isEmpty() ? "" : "  in " + explanation.setUp()),
        lines.style().width());
    lines.prose(
        2,
        StyledText.of(
            "bucket %s of account %s in %s"
                .formatted(
                    shown(explanation.bucket().arn().toString()),
                    shown(explanation.bucket().owner()),
                    shown(explanation.bucket().region()))));
    lines.blank();
    rules();
    explanation.targets().forEach(this::target);
    lines.flush();
  }

  private String shown(String text) {
    return explanation.reading().shown(text);
  }

  private void rules() {
    heading("Which rules want it?");
    if (explanation.rules().isEmpty()) {
      lines.prose(2, StyledText.of("The bucket has no rules, as far as the inputs tell."));
    }
    for (RuleMatch match : explanation.rules()) {
      StyledText text =
          mark(match.matches())
              .and("%s ".formatted(match.rule().title()))
              .and(Tone.FAINT, match.rule().declared().origin().place().toString())
              .and(
                  match
                      .mismatch()
                      .map(why -> ": " + shown(why))
                      .orElseGet(() -> " " + lines.glyphs().arrow() + " " + targetOf(match)));
      lines.prose(2, text);
    }
    boolean none = explanation.rules().stream().noneMatch(RuleMatch::matches);
    if (explanation.question().target().isPresent()) {
      if (!explanation.isWanted()) {
        lines.prose(
            2,
            StyledText.of(
                Tone.WARNING,
                "No rule wants the event%s. What the policy would say all the same:"
                    .formatted(
                        none ? ", so S3 pushes nothing" : " for the target that is asked for")));
      }
    } else if (none) {
      lines.prose(2, StyledText.of(Tone.BAD, "No rule wants the event: S3 pushes nothing."));
    }
    lines.blank();
  }

  private String targetOf(RuleMatch match) {
    return shown(
        match.rule().function().map(target -> target.shortName()).orElse(match.rule().target()));
  }

  private void heading(String text) {
    lines.prose(0, StyledText.of(Tone.STRONG, text));
  }

  private StyledText mark(boolean passed) {
    return StyledText.of(
        passed ? Tone.GOOD : Tone.BAD,
        (passed ? lines.glyphs().passed() : lines.glyphs().failed()) + " ");
  }

  private void target(TargetWalk walk) {
    heading("May S3 invoke exactly %s?".formatted(shown(walk.target().toString())));
    if (walk.statements().isEmpty()) {
      lines.prose(2, StyledText.of("There is no resource policy on it."));
    }
    walk.statements().forEach(this::statement);
    verdict(walk.verdict());
    for (PlacedStatement other : walk.elsewhere()) {
      lines.prose(
          2,
          StyledText.of(
                  "What would allow it, %s, is on %s and counts for that alone "
                      .formatted(shown(other.title()), shown(other.target().shortName())))
              .and(Tone.FAINT, other.origin().place().toString()));
    }
    lines.blank();
    walk.versions()
        .filter(versions -> walk.verdict().isAllowed())
        .ifPresent(
            versions -> {
              heading("What would run?");
              lines.prose(2, StyledText.of(shown(versions)));
              lines.blank();
            });
    former(walk);
    walk.flip().ifPresent(flip -> flip(walk, flip));
  }

  private void former(TargetWalk walk) {
    List<FormerPush> pushes = explanation.former(walk);
    if (pushes.isEmpty()) {
      return;
    }
    heading("What came of the newest pushes of this object?");
    for (FormerPush push : pushes) {
      lines.prose(2, StyledText.of(push.headline()));
      push.lines().forEach(line -> lines.prose(4, StyledText.of(line)));
    }
    lines.blank();
  }

  private void statement(TargetWalk.Statement statement) {
    StatementWalk walk = statement.walk();
    lines.prose(
        2,
        mark(walk.matches())
            .and("%s (%s) ".formatted(statement.placed().title(), walk.statement().effect()))
            .and(Tone.FAINT, statement.placed().origin().place().toString()));
    for (StatementWalk.Step step : walk.steps()) {
      lines.prose(
          6,
          mark(step.matches())
              .and(step.name() + " ")
              .and(step.matches() ? Tone.FAINT : Tone.PLAIN, "expects ")
              .and(shown(step.expected()))
              .and(step.matches() ? Tone.FAINT : Tone.PLAIN, ", the push has ")
              .and(shown(step.actual())));
    }
  }

  private void verdict(Verdict verdict) {
    Tone tone =
        switch (verdict.kind()) {
          case ALLOWED -> Tone.GOOD;
          case DENIED -> Tone.BAD;
          case UNKNOWN -> Tone.WARNING;
        };
    lines.prose(2, StyledText.of(tone, sentence(verdict)));
    verdict.dependsOn().stream()
        .map(Symbol::remedy)
        .distinct()
        .forEach(remedy -> lines.prose(2, StyledText.of(remedy)));
  }

  private String sentence(Verdict verdict) {
    return switch (verdict.kind()) {
      case ALLOWED -> "Allowed by %s.".formatted(verdict.statement().orElseThrow().title());
      case DENIED ->
          verdict
              .statement()
              .map(
                  statement ->
                      "Denied by %s: a Deny outweighs every Allow.".formatted(statement.title()))
              .orElse("Denied: no statement allows it.");
      case UNKNOWN -> "Not known: %s.".formatted(verdict.unknown().orElse(""));
    };
  }

  private void flip(TargetWalk walk, TargetWalk.Flip flip) {
    heading(walk.verdict().isAllowed() ? "What would shut it?" : "What would open it?");
    lines.prose(2, StyledText.of(flip.sentence()));
    for (String command : flip.commands()) {
      int columns = lines.style().width() - 4;
      for (String part : ShellCommand.parse(command).lines(columns, 4)) {
        lines.line("    " + lines.style().paint(Tone.NAME, part));
      }
    }
    lines.blank();
  }
}
