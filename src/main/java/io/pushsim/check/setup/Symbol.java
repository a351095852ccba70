package io.pushsim.check.setup;

/**
 * Something that an input refers to and that cannot be known before it is deployed.
 *
 * @param name such as {@code AWS::AccountId} or {@code stack.yaml Uploads}; two of one name are the
 *     same thing
 * @param label as it is shown, such as {@code Uploads}
 * @param kind what form its value has
 * @param remedy what would make it known, in a sentence
 */
public record Symbol(String name, String label, Kind kind, String remedy) {

  /** Something that is shown by its name. */
  public Symbol(String name, Kind kind, String remedy) {
    this(name, name, kind, remedy);
  }

  /** What form a value has. */
  public enum Kind {
    ACCOUNT,
    REGION,
    PARTITION,
    ANY
  }

  /** The account into which a template or a plan is deployed. */
  public static final Symbol ACCOUNT =
      new Symbol("AWS::AccountId", Kind.ACCOUNT, "Give --account with its 12 digits.");

  /** The region into which it is deployed. */
  public static final Symbol REGION =
      new Symbol("AWS::Region", Kind.REGION, "Give --region, such as us-west-2.");

  /** The partition into which it is deployed. */
  public static final Symbol PARTITION =
      new Symbol("AWS::Partition", Kind.PARTITION, "Give --region: it tells the partition.");

  @Override
  public boolean equals(Object other) {
    return other instanceof Symbol symbol && name.equals(symbol.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** As it is shown within a text. */
  @Override
  public String toString() {
    return "${" + label + "}";
  }
}
