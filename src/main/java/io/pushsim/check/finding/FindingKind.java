package io.pushsim.check.finding;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of findings: what each is called, how much it matters and where AWS writes of it. */
public enum FindingKind {
  TARGET_WITHOUT_GRANT(
      "target-without-grant",
      Severity.ERROR,
      "Target without a grant",
      "The bucket's rule names a target whose own resource policy does not let S3 in. S3 refuses such a configuration, and pushes nothing.",
      Links.GRANT_DESTINATIONS),
  GRANT_ELSEWHERE(
      "grant-elsewhere",
      Severity.ERROR,
      "Grant on another qualifier",
      "S3 may invoke the function, a version or another alias, but not the target that the rule names: a grant counts for exactly the ARN on which it is made.",
      Links.VERSIONS_AND_POLICIES),
  LATEST_TARGET(
      "latest-target",
      Severity.ERROR,
      "Rule on $LATEST",
      "The rule names :$LATEST, on which Lambda keeps no policy: no grant can ever open it.",
      Links.VERSIONS_AND_POLICIES),
  MISSING_TARGET(
      "missing-target",
      Severity.ERROR,
      "Target that is not there",
      "The rule names a version or an alias that the function does not have. S3 answers as if the grant were missing.",
      Links.GRANT_DESTINATIONS),
  SHADOWING_DENY(
      "shadowing-deny",
      Severity.ERROR,
      "Deny that shadows a grant",
      "A statement denies what another one allows. A Deny outweighs every Allow.",
      Links.EVALUATION),
  WRONG_ACCOUNT(
      "wrong-account",
      Severity.ERROR,
      "Source account that does not own the bucket",
      "The grant names a SourceAccount, but the bucket belongs to another account: it never matches that bucket's pushes.",
      Links.GRANT_DESTINATIONS),
  WRONG_PARTITION(
      "wrong-partition",
      Severity.ERROR,
      "ARN of another partition",
      "The ARN names a partition (aws, aws-cn, aws-us-gov) in which the bucket or the function is not.",
      Links.ARNS),
  MISSPELT_PRINCIPAL(
      "misspelt-principal",
      Severity.ERROR,
      "Service principal that is not S3's",
      "S3 pushes as s3.amazonaws.com, in every region and partition. A principal that only looks like it lets nobody in.",
      Links.GRANT_DESTINATIONS),
  OBJECT_SOURCE_ARN(
      "object-source-arn",
      Severity.ERROR,
      "Source ARN of objects",
      "S3 pushes in the name of the bucket, arn:aws:s3:::bucket. An ARN of objects (…/*) never matches it.",
      Links.GRANT_DESTINATIONS),
  LOCATED_SOURCE_ARN(
      "located-source-arn",
      Severity.ERROR,
      "Source ARN with region or account",
      "A bucket's ARN has neither a region nor an account: arn:aws:s3:::bucket. One that has never matches.",
      Links.ARNS),
  DEAD_STATEMENT(
      "dead-statement",
      Severity.ERROR,
      "Statement that can never match",
      "No request can satisfy the statement: its elements exclude each other, or name what cannot be.",
      Links.EVALUATION),
  OPEN_PRINCIPAL(
      "open-principal",
      Severity.ERROR,
      "Open to everybody",
      "The principal is * and no condition limits it: anybody with an AWS account may invoke the target.",
      Links.RESOURCE_POLICIES),
  SOURCE_ARN_WITHOUT_ACCOUNT(
      "source-arn-without-account",
      Severity.ERROR,
      "Source ARN without source account",
      "A bucket's ARN names no account. Who deletes the bucket and lets another account create one of that name lets that account in (the confused deputy).",
      Links.CONFUSED_DEPUTY),
  WILDCARD_SOURCE_WITHOUT_ACCOUNT(
      "wildcard-source-without-account",
      Severity.ERROR,
      "Any bucket of any account",
      "The grant names S3, but no bucket, or a pattern that anybody's bucket can match, and no account.",
      Links.CONFUSED_DEPUTY),
  OVERLAPPING_RULES(
      "overlapping-rules",
      Severity.ERROR,
      "Rules that overlap",
      "One event could match two rules of the bucket. S3 refuses the whole configuration.",
      Links.FILTERING),
  CONFIGURATION_REFUSED(
      "configuration-refused",
      Severity.ERROR,
      "Configuration that S3 refuses",
      "S3 would not take the notification configuration as it is written.",
      Links.NOTIFICATIONS),
  GRANT_REFUSED(
      "grant-refused",
      Severity.ERROR,
      "Grant that Lambda refuses",
      "Lambda's AddPermission would not take the grant as it is written.",
      Links.RESOURCE_POLICIES),
  UNMATCHABLE_FILTER(
      "unmatchable-filter",
      Severity.ERROR,
      "Rule that matches nothing",
      "The rule's prefix or suffix is one that no usual key has: keys begin without a slash, case counts, * and ? are characters like any other, and the value is URL-decoded once.",
      Links.FILTERING),
  RECURSION(
      "recursion",
      Severity.ERROR,
      "Function that triggers itself",
      "The handler writes where its own trigger listens: each invocation starts the next.",
      Links.RECURSION),
  UNEVEN_WEIGHTS(
      "uneven-weights",
      Severity.ERROR,
      "Weighted versions that differ",
      "The two versions of a weighted alias must have the same execution role and the same dead-letter target. Lambda refuses the alias.",
      Links.ALIAS_ROUTING),
  ALIAS_TO_LATEST(
      "alias-to-latest",
      Severity.WARNING,
      "Alias that follows $LATEST",
      "The alias points to $LATEST: every change of the code is live at once, without a version to go back to.",
      Links.ALIASES),
  VERSION_TARGET(
      "version-target",
      Severity.WARNING,
      "Rule on a version number",
      "The rule names a version: each promotion must change the bucket's configuration and the policy. An alias stays.",
      Links.ALIASES),
  UNQUALIFIED_TARGET(
      "unqualified-target",
      Severity.WARNING,
      "Rule on the unqualified function",
      "The rule names the function without a qualifier, which runs $LATEST: every change of the code is live at once.",
      Links.ALIASES),
  UNUSED_GRANT(
      "unused-grant",
      Severity.WARNING,
      "Grant that nobody uses",
      "The grant lets a bucket in that has no rule for the target.",
      Links.RESOURCE_POLICIES),
  POLICY_NEAR_LIMIT(
      "policy-near-limit",
      Severity.WARNING,
      "Policy near its limit",
      "A resource policy has at most 20,480 bytes; beyond that AddPermission is refused.",
      Links.RESOURCE_POLICIES),
  UNKNOWN_DECISION(
      "unknown-decision",
      Severity.NOTE,
      "Not known",
      "Whether S3 may invoke the target hangs on something that the inputs do not tell.",
      Links.GRANT_DESTINATIONS);

  private final String id;
  private final Severity severity;
  private final String title;
  private final String explanation;
  private final String documentation;

  FindingKind(
      String id, Severity severity, String title, String explanation, String documentation) {
    this.id = id;
    this.severity = severity;
    this.title = title;
    this.explanation = explanation;
    this.documentation = documentation;
  }

  /** The kind of that id, or empty. */
  public static Optional<FindingKind> parse(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }

  /** As {@code --ignore} takes it. */
  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  /** A few words. */
  public String title() {
    return title;
  }

  /** What it means, in one or two sentences, whatever the case at hand. */
  public String explanation() {
    return explanation;
  }

  /** The address of AWS's documentation. */
  public String documentation() {
    return documentation;
  }

  private static final class Links {
    private static final String LAMBDA = "https://docs.aws.amazon.com/lambda/latest/dg/";
    private static final String S3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/";
    private static final String IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";

    static final String RESOURCE_POLICIES = LAMBDA + "access-control-resource-based.html";
    static final String VERSIONS_AND_POLICIES = LAMBDA + "using-aliases.html";
    static final String ALIASES = LAMBDA + "configuration-aliases.html";
    static final String ALIAS_ROUTING = LAMBDA + "configuring-alias-routing.html";
    static final String RECURSION = LAMBDA + "invocation-recursion.html";
    static final String NOTIFICATIONS = S3 + "how-to-enable-disable-notification-intro.html";
    static final String GRANT_DESTINATIONS = S3 + "grant-destinations-permissions-to-s3.html";
    static final String FILTERING = S3 + "notification-how-to-filtering.html";
    static final String EVALUATION = IAM + "reference_policies_evaluation-logic.html";
    static final String CONFUSED_DEPUTY = IAM + "confused-deputy.html";
    static final String ARNS = IAM + "reference-arns.html";

    private Links() {}
  }
}
