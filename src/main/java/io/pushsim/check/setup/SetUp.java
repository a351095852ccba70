package io.pushsim.check.setup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that the inputs say together.
 *
 * @param configured names of buckets whose whole configuration is told, be it that it has no rules
 */
public record SetUp(
    List<DeclaredBucket> buckets,
    List<DeclaredRule> rules,
    List<DeclaredFunction> functions,
    List<DeclaredVersion> versions,
    List<DeclaredAlias> aliases,
    List<DeclaredGrant> grants,
    List<DeclaredPolicy> policies,
    List<ObservedEvent> events,
    Set<Text> configured) {
  public SetUp {
    buckets = List.copyOf(buckets);
    rules = List.copyOf(rules);
    functions = List.copyOf(functions);
    versions = List.copyOf(versions);
    aliases = List.copyOf(aliases);
    grants = List.copyOf(grants);
    policies = List.copyOf(policies);
    events = List.copyOf(events);
    configured = Set.copyOf(configured);
  }

  /** Gathers what one input after the other says, in their order. */
  public static final class Builder {
    private final List<DeclaredBucket> buckets = new ArrayList<>();
    private final List<DeclaredRule> rules = new ArrayList<>();
    private final List<DeclaredFunction> functions = new ArrayList<>();
    private final List<DeclaredVersion> versions = new ArrayList<>();
    private final List<DeclaredAlias> aliases = new ArrayList<>();
    private final List<DeclaredGrant> grants = new ArrayList<>();
    private final List<DeclaredPolicy> policies = new ArrayList<>();
    private final List<ObservedEvent> events = new ArrayList<>();
    private final Set<Text> configured = new HashSet<>();

    public Builder add(DeclaredBucket bucket) {
      buckets.add(bucket);
      return this;
    }

    public Builder add(DeclaredRule rule) {
      rules.add(rule);
      return this;
    }

    public Builder add(DeclaredFunction function) {
      functions.add(function);
      return this;
    }

    public Builder add(DeclaredVersion version) {
      versions.add(version);
      return this;
    }

    public Builder add(DeclaredAlias alias) {
      aliases.add(alias);
      return this;
    }

    public Builder add(DeclaredGrant grant) {
      grants.add(grant);
      return this;
    }

    public Builder add(DeclaredPolicy policy) {
      policies.add(policy);
      return this;
    }

    public Builder add(ObservedEvent event) {
      events.add(event);
      return this;
    }

    /** Notes that the bucket's whole configuration is told, be it that it has no rules. */
    public Builder addConfigured(Text bucket) {
      configured.add(bucket);
      return this;
    }

    public SetUp build() {
      return new SetUp(
          buckets, rules, functions, versions, aliases, grants, policies, events, configured);
    }
  }
}
