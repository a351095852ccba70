package io.pushsim.operation;

import io.pushsim.operation.Parameters.AliasName;
import io.pushsim.operation.Parameters.FunctionName;
import io.pushsim.operation.Parameters.PageSize;
import io.pushsim.operation.shape.Constraint;
import io.pushsim.operation.shape.Required;
import java.util.Map;
import java.util.Optional;

/** The requests about aliases. */
final class AliasRequests {
  private AliasRequests() {}

  /** The additional versions' weights. */
  record RoutingConfig(
      @Constraint(
              minLength = 1,
              maxLength = Limits.VERSION_LENGTH,
              pattern = Limits.WEIGHTED_VERSION,
              min = 0,
              max = 1)
          Optional<Map<String, Double>> additionalVersionWeights) {}

  /** CreateAlias. */
  record Create(
      @FunctionName String functionName,
      @AliasName String name,
      @Required
          @Constraint(
              minLength = 1,
              maxLength = Limits.VERSION_LENGTH,
              pattern = Limits.ALIAS_VERSION)
          String functionVersion,
      @Constraint(maxLength = Limits.DESCRIPTION_LENGTH) Optional<String> description,
      Optional<RoutingConfig> routingConfig) {}

  /** UpdateAlias. */
  record Update(
      @FunctionName String functionName,
      @AliasName String name,
      @Constraint(minLength = 1, maxLength = Limits.VERSION_LENGTH, pattern = Limits.ALIAS_VERSION)
          Optional<String> functionVersion,
      @Constraint(maxLength = Limits.DESCRIPTION_LENGTH) Optional<String> description,
      Optional<RoutingConfig> routingConfig,
      Optional<String> revisionId) {}

  /** GetAlias and DeleteAlias. */
  record Named(@FunctionName String functionName, @AliasName String name) {}

  /** ListAliases. */
  record ListAll(
      @FunctionName String functionName,
      @Constraint(minLength = 1, maxLength = Limits.VERSION_LENGTH, pattern = Limits.ALIAS_VERSION)
          Optional<String> functionVersion,
      Optional<String> marker,
      @PageSize Optional<Integer> maxItems) {}
}
