package io.pushsim.check.report;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.CheckedSetUp;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.Matrix;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.Reading;
import io.pushsim.check.decision.Verdict;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.display.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A set-up's matrix as every form tells it: a row for each rule, a column for each target, those of
 * one function side by side, in the words of the inputs.
 */
final class MatrixView {
  private final Matrix matrix;
  private final Reading reading;
  private final Why why;
  private final List<Column> columns = new ArrayList<>();
  private final Map<FunctionArn, Column> byArn = new HashMap<>();
  private final Map<String, Set<FunctionArn>> named = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final boolean oneScope;

  /**
   * A rule, or a bucket without one.
   *
   * @param key the bucket's name in the plain reading
   * @param bucket the bucket's name as it is shown
   * @param rule empty where the bucket has none though it may invoke something
   * @param title the rule's as it is shown
   * @param matching its events and filter
   * @param target as it is shown, in short where that tells enough
   * @param column the target's; empty where the rule names no function's ARN
   * @param relation to its own target; empty where it is none of Lambda's
   */
  record Row(
      String key,
      String bucket,
      Optional<BucketRule> rule,
      String title,
      String matching,
      String target,
      OptionalInt column,
      Optional<Relation> relation,
      String why) {

    boolean hasRule() {
      return rule.isPresent();
    }

    /** {@code examplebucket rule prod}. */
    String name() {
      return hasRule() ? bucket + " " + title : bucket + " (no rule)";
    }
  }

  /**
   * A target.
   *
   * @param index its place, from 0
   * @param shortName such as {@code helloworld:PROD}
   * @param name the whole ARN, which ends in the short name
   */
  record Column(int index, FunctionArn arn, String shortName, String name) {

    /** What stands before the short name: partition, region, account. */
    String scope() {
      return name.substring(0, name.length() - shortName.length());
    }
  }

  /**
   * A target that buckets may invoke though none of their rules names it.
   *
   * @param buckets one or more that the same statement lets in
   */
  record Open(Column column, List<String> buckets, String why) {
    private static final int NAMED = 3;

    /** The buckets by name, some of them where they are many. */
    String to() {
      int more = buckets.size() - NAMED;
      String named = String.join(", ", buckets.subList(0, Math.min(NAMED, buckets.size())));
      return more > 0
          ? named + " and " + Figures.count(more, "more bucket", "more buckets")
          : named;
    }
  }

  MatrixView(CheckedSetUp setUp) {
    this.matrix = setUp.matrix();
    this.reading = setUp.inventory().reading();
    this.why = new Why(setUp.inventory());
    addColumns();
    this.oneScope = columns.stream().map(Column::scope).distinct().limit(2).count() < 2;
    matrix
        .rules()
        .forEach(
            rule ->
                rule.function()
                    .ifPresent(
                        target ->
                            named
                                .computeIfAbsent(rule.bucket(), name -> new HashSet<>())
                                .add(target)));
    setUp.inventory().buckets().forEach(this::addRows);
  }

  private void addColumns() {
    Map<FunctionArn, List<FunctionArn>> byFunction = new LinkedHashMap<>();
    for (FunctionArn target : matrix.targets()) {
      byFunction.computeIfAbsent(target.unqualified(), arn -> new ArrayList<>()).add(target);
    }
    byFunction.values().forEach(targets -> targets.forEach(this::addColumn));
  }

  private void addColumn(FunctionArn target) {
    Column column =
        new Column(
            columns.size(),
            target,
            reading.shown(target.shortName()),
            reading.shown(target.toString()));
    columns.add(column);
    byArn.put(target, column);
  }

  private void addRows(NotifyingBucket bucket) {
    bucket.rules().forEach(rule -> rows.add(row(rule)));
    if (bucket.rules().isEmpty() && !matrix.of(bucket.name()).isEmpty()) {
      rows.add(
          new Row(
              bucket.name(),
              reading.shown(bucket.name()),
              Optional.empty(),
              "",
              "",
              "",
              OptionalInt.empty(),
              Optional.empty(),
              "the bucket has no rule"));
    }
  }

  private Row row(BucketRule rule) {
    Optional<Column> column = rule.function().map(byArn::get);
    Optional<Verdict> verdict = matrix.of(rule);
    return new Row(
        rule.bucket(),
        reading.shown(rule.bucket()),
        Optional.of(rule),
        reading.shown(rule.title()),
        reading.shown(rule.matching()),
        column.map(this::shown).orElseGet(() -> reading.shown(rule.target())),
        column.map(found -> OptionalInt.of(found.index())).orElse(OptionalInt.empty()),
        rule.isForLambda()
            ? Optional.of(
                verdict
                    .map(found -> Relation.of(found.kind(), true, true))
                    .orElse(withoutFunction(rule)))
            : Optional.empty(),
        verdict.map(why::of).orElseGet(() -> whyWithoutFunction(rule)));
  }

  private static Relation withoutFunction(BucketRule rule) {
    return rule.declared().target().isKnown() ? Relation.DEAD : Relation.UNKNOWN;
  }

  private static String whyWithoutFunction(BucketRule rule) {
    if (!rule.isForLambda()) {
      return "not checked: it names a "
          + rule.declared().kind().name().toLowerCase(Locale.ROOT)
          + ", no function";
    }
    Text target = rule.declared().target();
    return target.isKnown()
        ? "denied: '" + target + "' is no ARN of a Lambda function"
        : "not known: its target is "
            + target
            + ". "
            + target
                .symbols()
                .map(Symbol::remedy)
                .distinct()
                .map(Why::withoutFullStop)
                .collect(Collectors.joining(". "));
  }

  List<Row> rows() {
    return rows;
  }

  List<Column> columns() {
    return columns;
  }

  Column column(FunctionArn target) {
    return Optional.ofNullable(byArn.get(target))
        .orElseThrow(() -> new IllegalArgumentException("no target of this matrix: " + target));
  }

  Why why() {
    return why;
  }

  /** Whether all targets are in one account and region, so that short names tell them apart. */
  boolean hasOneScope() {
    return oneScope;
  }

  /** The target as shortly as tells which one is meant. */
  String shown(Column column) {
    return oneScope ? column.shortName() : column.name();
  }

  Relation relation(Row row, Column column) {
    boolean own = row.column().equals(OptionalInt.of(column.index()));
    return Relation.of(
        matrix.find(row.key(), column.arn()).map(Verdict::kind).orElse(Verdict.Kind.DENIED),
        own,
        isNamed(row.key(), column.arn()));
  }

  /** Whether a rule of the bucket names the target. */
  boolean isNamed(String key, FunctionArn target) {
    return named.getOrDefault(key, Set.of()).contains(target);
  }

  /** What buckets may invoke though none of their rules names it, target by target. */
  List<Open> open() {
    Map<Integer, Map<String, List<String>>> open = new TreeMap<>();
    Set<String> keys = new HashSet<>();
    for (Row row : rows) {
      if (keys.add(row.key())) {
        matrix
            .of(row.key())
            .forEach(
                (target, verdict) -> {
                  if (verdict.isAllowed() && !isNamed(row.key(), target)) {
                    open.computeIfAbsent(column(target).index(), index -> new LinkedHashMap<>())
                        .computeIfAbsent(why.of(verdict), reason -> new ArrayList<>())
                        .add(row.bucket());
                  }
                });
      }
    }
    List<Open> all = new ArrayList<>();
    open.forEach(
        (index, reasons) ->
            reasons.forEach(
                (reason, buckets) -> all.add(new Open(columns.get(index), buckets, reason))));
    return all;
  }
}
