package io.pushsim.function;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A function: {@code $LATEST}, the published versions and the aliases, immutable.
 *
 * @param arn unqualified
 * @param versions by number, ascending
 * @param nextVersion the number that the next version gets; numbers are never used twice
 * @param publishedAs the version that {@code $LATEST} was published as, where no update came after
 *     it
 * @param aliases by name, ascending
 * @param tags by key, ascending: the function's own, and none of its versions'
 * @param settings how it is invoked: likewise no part of a version
 */
public record LambdaFunction(
    FunctionArn arn,
    Version latest,
    Map<String, Version> versions,
    int nextVersion,
    Optional<String> publishedAs,
    Map<String, Alias> aliases,
    Map<String, String> tags,
    InvocationSettings settings) {

  public LambdaFunction {
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    aliases = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(aliases)));
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  /** A function as CreateFunction leaves it. */
  public static LambdaFunction created(FunctionArn arn, Version latest, Map<String, String> tags) {
    return new LambdaFunction(
        arn, latest, Map.of(), 1, Optional.empty(), Map.of(), tags, InvocationSettings.NONE);
  }

  /** The version of that number, or {@code $LATEST}. */
  public Optional<Version> version(String number) {
    return number.equals(Version.LATEST)
        ? Optional.of(latest)
        : Optional.ofNullable(versions.get(number));
  }

  public Optional<Alias> alias(String name) {
    return Optional.ofNullable(aliases.get(name));
  }

  /**
   * The version that an invocation through the qualifier runs.
   *
   * @param draw a uniformly distributed number in [0, 1), for a weighted alias
   * @return empty where there is no such version or alias
   */
  public Optional<Version> resolve(Qualifier qualifier, double draw) {
    if (qualifier instanceof Qualifier.Alias alias) {
      Alias found = aliases.get(alias.name());
      return found == null ? Optional.empty() : version(found.choose(draw));
    }
    if (qualifier instanceof Qualifier.Version version) {
      return Optional.ofNullable(versions.get(version.number()));
    }
    return qualifier instanceof Qualifier.Unknown ? Optional.empty() : Optional.of(latest);
  }

  /** How many environments are ready for a version by now: its own and those of its aliases. */
  public int provisionedFor(Version version, Instant now) {
    return provisioned().getOrDefault(version.number(), List.of()).stream()
        .filter(provisioned -> provisioned.isReady(now))
        .mapToInt(ProvisionedConcurrency::requested)
        .sum();
  }

  /** What is provisioned for versions and their aliases, by the version's number, ascending. */
  public SortedMap<String, List<ProvisionedConcurrency>> provisioned() {
    SortedMap<String, List<ProvisionedConcurrency>> byVersion = new TreeMap<>();
    settings
        .provisioned()
        .forEach(
            (qualifier, provisioned) ->
                byVersion
                    .computeIfAbsent(provisionedVersion(qualifier), first -> new ArrayList<>())
                    .add(provisioned));
    return byVersion;
  }

  /** The number of the version that has what is provisioned for a qualifier. */
  public String provisionedVersion(String qualifier) {
    return alias(qualifier).map(Alias::functionVersion).orElse(qualifier);
  }

  /** What the qualifier's answers describe: for an alias its primary version. */
  public Optional<Version> described(Qualifier qualifier) {
    return resolve(qualifier, 1.0);
  }

  /** Whether it has the version or alias that the qualifier names. */
  public boolean has(Qualifier qualifier) {
    return described(qualifier).isPresent();
  }

  /** The packages of all its versions that may run at the given time or later. */
  Stream<CodeReference> packages(Instant now) {
    return Stream.concat(Stream.of(latest), versions.values().stream())
        .flatMap(version -> Stream.of(version.configuration(), version.configurationAt(now)))
        .map(FunctionConfiguration::code);
  }

  public Collection<Version> publishedVersions() {
    return versions.values();
  }

  /** The same with another {@code $LATEST}, which no published version is a snapshot of. */
  public LambdaFunction withLatest(Version updated) {
    return new LambdaFunction(
        arn, updated, versions, nextVersion, Optional.empty(), aliases, tags, settings);
  }

  LambdaFunction withPublished(Version published, Version renewed) {
    Map<String, Version> grown = new LinkedHashMap<>(versions);
    grown.put(published.number(), published);
    return new LambdaFunction(
        arn,
        renewed,
        grown,
        Integer.parseInt(published.number()) + 1,
        Optional.of(published.number()),
        aliases,
        tags,
        settings);
  }

  LambdaFunction withoutVersion(String number) {
    Map<String, Version> shrunk = new LinkedHashMap<>(versions);
    shrunk.remove(number);
    return new LambdaFunction(
        arn,
        latest,
        shrunk,
        nextVersion,
        publishedAs.filter(published -> !published.equals(number)),
        aliases,
        tags,
        settings.without(number));
  }

  LambdaFunction withAlias(Alias alias) {
    Map<String, Alias> changed = new LinkedHashMap<>(aliases);
    changed.put(alias.name(), alias);
    return new LambdaFunction(
        arn, latest, versions, nextVersion, publishedAs, changed, tags, settings);
  }

  LambdaFunction withoutAlias(String name) {
    Map<String, Alias> changed = new LinkedHashMap<>(aliases);
    changed.remove(name);
    return new LambdaFunction(
        arn, latest, versions, nextVersion, publishedAs, changed, tags, settings.without(name));
  }

  /** The same with other tags, still published as it was: tags are no part of a version. */
  LambdaFunction withTags(Map<String, String> others, Version renewed) {
    return new LambdaFunction(
        arn, renewed, versions, nextVersion, publishedAs, aliases, others, settings);
  }

  /** The same, invoked in another way: settings are no part of a version either. */
  LambdaFunction withSettings(InvocationSettings others) {
    return new LambdaFunction(
        arn, latest, versions, nextVersion, publishedAs, aliases, tags, others);
  }
}
