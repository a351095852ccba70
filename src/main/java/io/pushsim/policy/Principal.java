package io.pushsim.policy;

import io.pushsim.arn.Arn;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who makes a request. */
public sealed interface Principal {
  /** Whoever sends no signature. */
  Principal ANONYMOUS = new Anonymous();

  /** The service that pushes bucket notifications. */
  Principal S3 = new Service("s3.amazonaws.com");

  /** An AWS service acting on its own, such as {@code s3.amazonaws.com}. */
  static Principal service(String name) {
    return new Service(name);
  }

  /**
   * An account's root, a user, a role or a session, by its ARN.
   *
   * @throws IllegalArgumentException where the text is no ARN of IAM or STS
   */
  static Principal aws(String arn) {
    return Arn.parse(arn)
        .filter(parsed -> Set.of("iam", "sts").contains(parsed.service()))
        .map(AwsIdentity::new)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no principal's ARN: write one like arn:aws:iam::111111111111:user/ann"
                        .formatted(arn)));
  }

  /** Whether a policy's {@code {"Service": name}} means this principal. */
  boolean isService(String name);

  /** Whether a policy's {@code {"AWS": id}} means this principal. */
  boolean isAws(String id);

  /**
   * The Principal parameter with which AddPermission names this principal most exactly: sessions
   * are named by their role.
   */
  String grantee();

  /** The global condition keys that a request of this principal carries (IAM user guide). */
  Map<String, String> contextKeys();

  /** A service. */
  record Service(String name) implements Principal {
    @Override
    public boolean isService(String other) {
      return name.equals(other) || other.equals("*");
    }

    @Override
    public boolean isAws(String id) {
      return false;
    }

    @Override
    public String grantee() {
      return name;
    }

    @Override
    public Map<String, String> contextKeys() {
      return Map.of("aws:principalisawsservice", "true", "aws:principalservicename", name);
    }

    @Override
    public String toString() {
      return "Service " + name;
    }
  }

  /** Nobody known. */
  record Anonymous() implements Principal {
    @Override
    public boolean isService(String name) {
      return false;
    }

    @Override
    public boolean isAws(String id) {
      return false;
    }

    @Override
    public String grantee() {
      return "*";
    }

    @Override
    public Map<String, String> contextKeys() {
      return Map.of();
    }

    @Override
    public String toString() {
      return "an anonymous caller";
    }
  }

  /** An identity that belongs to an account. */
  final class AwsIdentity implements Principal {
    private static final String SESSION = "assumed-role/";

    private final Arn arn;
    private final String text;
    private final String account;
    private final String rootArn;
    private final Optional<String> sessionRole;

    private AwsIdentity(Arn arn) {
      this.arn = arn;
      this.text = arn.toString();
      this.account = arn.account();
      this.rootArn = iamArn(arn, "root");
      this.sessionRole =
          arn.service().equals("sts") && arn.resource().startsWith(SESSION)
              ? Optional.of(arn.resource().split("/", 3)[1])
              : Optional.empty();
    }

    @Override
    public boolean isService(String name) {
      return false;
    }

    @Override
    public boolean isAws(String id) {
      return id.equals(text)
          || id.equals(rootArn)
          || id.equals(account)
          || sessionRole.filter(role -> isRole(id, role)).isPresent();
    }

    // A session's ARN leaves out the role's path; within an account the name alone tells roles
    // apart.
    private boolean isRole(String id, String role) {
      String prefix = iamArn(arn, "role/");
      return id.startsWith(prefix)
          && id.endsWith("/" + role)
          && id.length() >= prefix.length() + role.length();
    }

    @Override
    public String grantee() {
      return text.equals(rootArn) ? account : principalArn();
    }

    @Override
    public Map<String, String> contextKeys() {
      return Map.of(
          "aws:principalisawsservice",
          "false",
          "aws:principalaccount",
          account,
          "aws:principalarn",
          principalArn());
    }

    private String principalArn() {
      return sessionRole.map(role -> iamArn(arn, "role/" + role)).orElse(text);
    }

    private static String iamArn(Arn arn, String resource) {
      return new Arn(arn.partition(), "iam", "", arn.account(), resource).toString();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof AwsIdentity identity && text.equals(identity.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }

    @Override
    public String toString() {
      return "AWS " + text;
    }
  }
}
