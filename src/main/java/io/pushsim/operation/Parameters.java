package io.pushsim.operation;

import io.pushsim.arn.FunctionReference;
import io.pushsim.operation.shape.Constraint;
import io.pushsim.operation.shape.Required;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters that many requests share. */
final class Parameters {
  private Parameters() {}

  /** FunctionName where the model has its shape FunctionName: any form, at most 140 characters. */
  @Required
  @Constraint(
      minLength = 1,
      maxLength = Limits.FUNCTION_NAME_LENGTH,
      pattern = FunctionReference.PATTERN)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface FunctionName {}

  /** FunctionName where the model has its shape NamespacedFunctionName, which may be longer. */
  @Required
  @Constraint(
      minLength = 1,
      maxLength = Limits.NAMESPACED_FUNCTION_NAME_LENGTH,
      pattern = FunctionReference.NAMESPACED_PATTERN)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface NamespacedFunctionName {}

  /** Qualifier. */
  @Constraint(minLength = 1, maxLength = Limits.QUALIFIER_LENGTH, pattern = Limits.QUALIFIER)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface QualifierText {}

  /** An alias's Name. */
  @Required
  @Constraint(minLength = 1, maxLength = Limits.QUALIFIER_LENGTH, pattern = Limits.ALIAS_NAME)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface AliasName {}

  /** Tags by their keys. */
  @Constraint(
      minLength = 1,
      maxLength = Limits.TAG_KEY_LENGTH,
      pattern = Limits.TAG_KEY,
      maxValueLength = Limits.TAG_VALUE_LENGTH,
      valuePattern = Limits.TAG_VALUE)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface TagMap {}

  /**
   * The bucket of a deployment package; the pattern is the one that errors echo (seen in
   * awslabs/aws-lambda-security-controls#1).
   */
  @Constraint(minLength = 3, maxLength = 63, pattern = Limits.S3_BUCKET)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface S3BucketName {}

  /** The key, or the version, of a deployment package's object. */
  @Constraint(minLength = 1, maxLength = 1024)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface S3ObjectName {}

  /** The page to answer with, of a list. */
  @Constraint(min = 1, max = Limits.MAX_ITEMS)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface PageSize {}

  /** The same, of the lists of a function's settings. */
  @Constraint(min = 1, max = Limits.MAX_SETTINGS)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface SmallPageSize {}
}
