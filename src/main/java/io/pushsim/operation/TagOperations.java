package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.TagRules;
import io.pushsim.journal.Outcome;
import io.pushsim.operation.Parameters.TagMap;
import io.pushsim.operation.StateOperation.Decided;
import io.pushsim.operation.shape.Constraint;
import io.pushsim.operation.shape.Required;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;

/** The operations on a function's tags (recorded: TestLambdaTags, TestLambdaTag). */
final class TagOperations {
  private TagOperations() {}

  /** The ARN of what has tags; its pattern is the one that errors echo (test_tag_exceptions). */
  @Required
  @Constraint(minLength = 1, maxLength = 256, pattern = Limits.TAGGABLE)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface Taggable {}

  /** TagResource. */
  record Tag(@Taggable String resource, @Required @TagMap Map<String, String> tags) {}

  /** UntagResource. */
  record Untag(
      @Taggable String resource, @Required @Constraint(emptyIsNull = true) List<String> tagKeys) {}

  /** ListTags. */
  record ListTags(@Taggable String resource) {}

  /** ListTags' answer. */
  record Tags(Map<String, String> tags) {}

  static Decided tag(Tag request, Call call) {
    LambdaFunction function = tagged(request.resource(), call);
    return Decided.done(
        List.of(
            new Outcome.OfFunction(
                TagRules.tag(function, request.tags(), call.now(), call::newRevisionId))));
  }

  static Decided untag(Untag request, Call call) {
    LambdaFunction function = tagged(request.resource(), call);
    return Decided.done(
        List.of(
            new Outcome.OfFunction(
                TagRules.untag(function, request.tagKeys(), call.now(), call::newRevisionId))));
  }

  static Decided list(ListTags request, Call call) {
    return Decided.answer(new Tags(tagged(request.resource(), call).tags()));
  }

  private static LambdaFunction tagged(String resource, Call call) {
    FunctionArn arn = FunctionArn.parse(resource).orElseThrow(() -> noFunction(resource));
    if (!arn.qualifier().equals(Qualifier.UNQUALIFIED)) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "Tags on function aliases and versions are not supported. Please specify a function ARN.");
    }
    return call.state().functions().require(call.arn(resource));
  }

  private static SimulatorException noFunction(String resource) {
    return new SimulatorException(
        ErrorCode.NOT_SIMULATED,
        "The tags of '%s' are not simulated; give the ARN of a function".formatted(resource));
  }
}
