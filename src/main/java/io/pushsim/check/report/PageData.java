package io.pushsim.check.report;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.CheckReport;
import io.pushsim.check.CheckedSetUp;
import io.pushsim.check.decision.Verdict;
import io.pushsim.check.report.MatrixView.Column;
import io.pushsim.check.report.MatrixView.Row;
import io.pushsim.display.VisibleText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The matrices for the page's script, compact. For each set-up: {@code title}; {@code scopes},
 * beginnings of ARNs; {@code targets}, each {@code [scope, short name]}; {@code whys}, sentences;
 * {@code buckets}, each {@code [name, target, verdict, why, target, verdict, why, …]} of the cells
 * that are held; {@code rows}, each {@code [bucket, rule, matching, target's text, target or -1,
 * relation or -1, why]}. What is an index counts from 0. Texts are made visible already.
 */
final class PageData {
  /** In the order that the script knows. */
  private static final List<Verdict.Kind> KINDS =
      List.of(Verdict.Kind.ALLOWED, Verdict.Kind.DENIED, Verdict.Kind.UNKNOWN);

  private final JsonOut json;
  private final CheckedSetUp setUp;
  private final MatrixView view;
  private final Map<String, Integer> whys = new LinkedHashMap<>();
  private final Map<String, Integer> scopes = new LinkedHashMap<>();
  private final Map<String, Integer> buckets = new LinkedHashMap<>();

  private PageData(JsonOut json, CheckedSetUp setUp, MatrixView view) {
    this.json = json;
    this.setUp = setUp;
    this.view = view;
  }

  static String of(CheckReport report, List<MatrixView> views) {
    StringWriter text = new StringWriter();
    try {
      JsonOut.compact(text, json -> document(json, report, views));
    } catch (IOException e) {
      throw new UncheckedIOException("A string takes whatever is written", e);
    }
    return text.toString();
  }

  private static void document(JsonOut json, CheckReport report, List<MatrixView> views)
      throws IOException {
    json.array(
        "relations",
        all -> {
          for (Relation relation : Relation.values()) {
            all.element(
                one ->
                    one.text("word", relation.word())
                        .text("sign", relation.sign())
                        .text("name", className(relation))
                        .text("meaning", relation.meaning()));
          }
        });
    json.array(
        "setUps",
        all -> {
          for (int i = 0; i < views.size(); i++) {
            MatrixView view = views.get(i);
            if (!view.rows().isEmpty()) {
              PageData data = new PageData(json, report.setUps().get(i), view);
              String title = Titles.of(report.setUps().get(i), report);
              all.element(members -> data.write(title));
            }
          }
        });
  }

  /** A relation's name in style sheets. */
  static String className(Relation relation) {
    return relation == Relation.UNKNOWN ? "unknown" : relation.word();
  }

  private void write(String title) throws IOException {
    json.text("title", VisibleText.inline(title));
    json.array("targets", this::targets);
    json.texts("scopes", scopes.keySet());
    json.array("buckets", this::buckets);
    json.array("rows", this::rows);
    json.texts("whys", whys.keySet());
  }

  private void targets(JsonOut all) throws IOException {
    for (Column column : view.columns()) {
      int scope = index(scopes, VisibleText.inline(column.scope()));
      all.tuple(one -> one.item(scope).item(VisibleText.inline(column.shortName())));
    }
  }

  private void buckets(JsonOut all) throws IOException {
    for (Row row : view.rows()) {
      if (!buckets.containsKey(row.key())) {
        index(buckets, row.key());
        all.tuple(
            one -> {
              one.item(VisibleText.inline(row.bucket()));
              cells(row.key());
            });
      }
    }
  }

  private void cells(String bucket) throws IOException {
    for (Map.Entry<FunctionArn, Verdict> held : setUp.matrix().of(bucket).entrySet()) {
      json.item(view.column(held.getKey()).index());
      json.item(KINDS.indexOf(held.getValue().kind()));
      json.item(index(whys, VisibleText.inline(view.why().of(held.getValue()))));
    }
  }

  private void rows(JsonOut all) throws IOException {
    for (Row row : view.rows()) {
      all.tuple(
          one ->
              one.item(index(buckets, row.key()))
                  .item(VisibleText.inline(row.title()))
                  .item(VisibleText.inline(row.matching()))
                  .item(VisibleText.inline(row.target()))
                  .item(row.column().orElse(-1))
                  .item(row.relation().map(Relation::ordinal).orElse(-1))
                  .item(index(whys, VisibleText.inline(row.why()))));
    }
  }

  private static int index(Map<String, Integer> indices, String text) {
    return indices.computeIfAbsent(text, key -> indices.size());
  }
}
