package io.pushsim.operation.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What AWS's API model demands of a parameter's value, beyond its type; AWS answers a failure with
 * a ValidationException. Length and pattern are for texts, and for the keys of maps, the length for
 * lists too; the values are for numbers, and for the numbers in maps; what is about values of maps
 * is for texts in maps.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Constraint {
  int minLength() default 0;

  int maxLength() default Integer.MAX_VALUE;

  String pattern() default "";

  double min() default Double.NEGATIVE_INFINITY;

  double max() default Double.POSITIVE_INFINITY;

  int maxValueLength() default Integer.MAX_VALUE;

  String valuePattern() default "";

  /** For lists in a query, where an empty one cannot be told from none at all. */
  boolean emptyIsNull() default false;

  /** For texts, and for the members of lists. */
  String[] oneOf() default {};
}
