package io.pushsim.check.report;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.CheckedSetUp;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.Matrix;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.Reading;
import io.pushsim.check.decision.TargetPolicy;
import io.pushsim.check.decision.Verdict;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.Symbol;
import io.pushsim.policy.Decision;
import io.pushsim.policy.Mismatch;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A set-up's buckets, targets, rules and cells, as members of a JSON object. */
final class JsonMatrix {
  private final Inventory inventory;
  private final Matrix matrix;
  private final MatrixView view;
  private final Reading reading;

  JsonMatrix(CheckedSetUp setUp) {
    this.inventory = setUp.inventory();
    this.matrix = setUp.matrix();
    this.view = new MatrixView(setUp);
    this.reading = inventory.reading();
  }

  void write(JsonOut json) throws IOException {
    json.array("buckets", this::buckets);
    json.array("targets", this::targets);
    json.array("rules", this::rules);
    json.text("otherCells", "denied");
    json.array("cells", this::cells);
  }

  private void buckets(JsonOut json) throws IOException {
    for (NotifyingBucket bucket : inventory.buckets()) {
      json.element(
          members -> {
            members.text("name", reading.shown(bucket.name()));
            members.text("arn", reading.shown(bucket.arn().toString()));
            members.text("owner", reading.shown(bucket.owner()));
            members.text("region", reading.shown(bucket.region()));
            if (bucket.declared().isPresent()) {
              origin(members, bucket.declared().get().origin());
            }
          });
    }
  }

  private void targets(JsonOut json) throws IOException {
    for (MatrixView.Column column : view.columns()) {
      json.element(
          members -> {
            members.text("arn", column.name());
            members.text("shortName", column.shortName());
            Optional<Origin> origin = inventory.originOf(column.arn());
            if (origin.isPresent()) {
              origin(members, origin.get());
            }
          });
    }
  }

  private void rules(JsonOut json) throws IOException {
    for (MatrixView.Row row : view.rows()) {
      if (row.rule().isPresent()) {
        json.element(members -> rule(members, row, row.rule().get()));
      }
    }
  }

  private void rule(JsonOut json, MatrixView.Row row, BucketRule rule) throws IOException {
    json.text("bucket", row.bucket());
    json.text("title", row.title());
    json.text("service", rule.declared().kind().name().toLowerCase(Locale.ROOT));
    json.text("target", reading.shown(rule.target()));
    json.texts("events", rule.events().stream().map(reading::shown).toList());
    json.array(
        "filter",
        filters -> {
          for (BucketRule.Filter filter : rule.filters()) {
            filters.element(
                members ->
                    members
                        .text("name", reading.shown(filter.name()))
                        .text("value", reading.shown(filter.value())));
          }
        });
    json.text("state", row.relation().map(JsonMatrix::state).orElse("notChecked"));
    json.text("why", row.why());
    origin(json, rule.declared().origin());
  }

  private static String state(Relation relation) {
    return switch (relation) {
      case WORKS -> "works";
      case DEAD -> "dead";
      default -> "unknown";
    };
  }

  private void cells(JsonOut json) throws IOException {
    Map<String, Map<FunctionArn, List<String>>> naming = naming();
    for (NotifyingBucket bucket : inventory.buckets()) {
      Map<FunctionArn, List<String>> ofBucket = naming.getOrDefault(bucket.name(), Map.of());
      for (Map.Entry<FunctionArn, Verdict> held : matrix.of(bucket.name()).entrySet()) {
        json.element(
            members -> {
              members.text("bucket", reading.shown(bucket.name()));
              members.text("target", view.column(held.getKey()).name());
              members.texts("namedBy", ofBucket.getOrDefault(held.getKey(), List.of()));
              verdict(members, held.getKey(), held.getValue());
            });
      }
    }
  }

  private Map<String, Map<FunctionArn, List<String>>> naming() {
    Map<String, Map<FunctionArn, List<String>>> naming = new HashMap<>();
    for (BucketRule rule : matrix.rules()) {
      if (rule.function().isPresent()) {
        naming
            .computeIfAbsent(rule.bucket(), name -> new HashMap<>())
            .merge(
                rule.function().get(),
                List.of(reading.shown(rule.title())),
                (one, other) -> Stream.of(one, other).flatMap(List::stream).toList());
      }
    }
    return naming;
  }

  private void verdict(JsonOut json, FunctionArn target, Verdict verdict) throws IOException {
    json.text("verdict", verdict.kind().name().toLowerCase(Locale.ROOT));
    json.text("why", view.why().of(verdict));
    if (verdict.statement().isPresent()) {
      PlacedStatement statement = verdict.statement().get();
      json.object("statement", members -> statement(members, statement));
    }
    if (verdict.isDenied()) {
      boolean byStatement = verdict.decision() instanceof Decision.ExplicitDeny;
      json.text("decision", byStatement ? "explicitDeny" : "implicitDeny");
      if (verdict.decision() instanceof Decision.ImplicitDeny denied) {
        json.array("mismatches", all -> mismatches(all, target, denied));
      }
    }
    if (verdict.isUnknown()) {
      json.array("dependsOn", all -> symbols(all, verdict));
    }
  }

  private void statement(JsonOut json, PlacedStatement statement) throws IOException {
    json.text("sid", statement.statement().sid().map(reading::shown));
    json.number("number", statement.number());
    json.text("effect", statement.statement().effect().toString());
    origin(json, statement.origin());
  }

  private void mismatches(JsonOut json, FunctionArn target, Decision.ImplicitDeny denied)
      throws IOException {
    List<PlacedStatement> statements =
        inventory.policies().of(target).map(TargetPolicy::statements).orElse(List.of());
    for (Mismatch mismatch : denied.mismatches()) {
      json.element(
          members -> {
            members.object(
                "statement", inner -> statement(inner, statements.get(mismatch.number() - 1)));
            members.text("element", mismatch.element());
            members.text("expected", reading.shown(mismatch.expected()));
            members.text("actual", reading.shown(mismatch.actual()));
          });
    }
  }

  private static void symbols(JsonOut json, Verdict verdict) throws IOException {
    for (Symbol symbol : verdict.dependsOn()) {
      json.element(
          members -> members.text("symbol", symbol.name()).text("remedy", symbol.remedy()));
    }
  }

  private static void origin(JsonOut json, Origin origin) throws IOException {
    json.place("place", origin.place());
    if (!origin.reference().isEmpty()) {
      json.text("reference", origin.reference());
    }
  }
}
