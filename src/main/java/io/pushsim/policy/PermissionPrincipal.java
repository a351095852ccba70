package io.pushsim.policy;

import io.pushsim.arn.Arn;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The Principal parameter of AddPermission, checked and turned into the element it becomes. */
final class PermissionPrincipal {
  private static final Pattern SERVICE =
      Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazonaws\\.com(\\.cn)?");
  // AWS's documented principals of Alexa, which are not under amazonaws.com.
  private static final Set<String> ALEXA =
      Set.of("alexa-appkit.amazon.com", "alexa-connectedhome.amazon.com");
  private static final Pattern IAM_RESOURCE = Pattern.compile("root|(user|role)/.+");
  private static final Pattern STS_RESOURCE =
      Pattern.compile("assumed-role/[^/]+/[^/]+|federated-user/[^/]+");
  private static final String NAME_PATTERN = "[\\w+=,.@-]*";
  private static final Pattern NAMES = Pattern.compile(NAME_PATTERN + "(/" + NAME_PATTERN + ")*");

  private PermissionPrincipal() {}

  /**
   * The element that the parameter becomes in a function of that partition.
   *
   * @throws SimulatorException InvalidParameterValueException where Lambda would not take it
   */
  static PrincipalElement element(String principal, String partition) {
    if (principal.equals("*")) {
      return PrincipalElement.everyone();
    }
    if (Scope.isAccount(principal)) {
      return PrincipalElement.aws(new Arn(partition, "iam", "", principal, "root").toString());
    }
    if (principal.startsWith("arn:")) {
      return PrincipalElement.aws(checkArn(principal, partition));
    }
    if (SERVICE.matcher(principal).matches() || ALEXA.contains(principal)) {
      return PrincipalElement.service(principal);
    }
    throw invalid();
  }

  private static String checkArn(String principal, String partition) {
    Optional<Arn> parsed = Arn.parse(principal);
    if (parsed.isEmpty()) {
      throw malformed(principal);
    }
    Arn arn = parsed.get();
    boolean iam = arn.service().equals("iam");
    if (!iam && !arn.service().equals("sts")) {
      throw invalid();
    }
    if (!arn.region().isEmpty()
        || !Scope.isAccount(arn.account())
        || !NAMES.matcher(arn.resource()).matches()) {
      throw malformed(principal);
    }
    Pattern form = iam ? IAM_RESOURCE : STS_RESOURCE;
    if (!form.matcher(arn.resource()).matches() || !arn.partition().equals(partition)) {
      throw invalid();
    }
    return principal;
  }

  private static SimulatorException invalid() {
    return new SimulatorException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "The provided principal was invalid. Please check the principal and try again.");
  }

  private static SimulatorException malformed(String principal) {
    return new SimulatorException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "The provided input'%s'was invalid. Member must satisfy expression: %s Please check your input and try again."
            .formatted(principal, NAME_PATTERN));
  }
}
