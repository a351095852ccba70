package io.pushsim.operation.shape;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One parameter of a request's shape, as its record component tells it. */
final class Member {
  private final String name;
  private final String fieldName;
  private final Type type;
  private final boolean required;
  private final Optional<Failures> failures;

  Member(RecordComponent component) {
    Type declared = component.getGenericType();
    fieldName = component.getName();
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    name =
        named == null
            ? Character.toUpperCase(fieldName.charAt(0)) + fieldName.substring(1)
            : named.value();
    type = raw(declared) == Optional.class ? argument(declared, 0) : declared;
    required = annotation(component, Required.class) != null;
    failures = Optional.ofNullable(annotation(component, Constraint.class)).map(Failures::new);
  }

  static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  /** AWS's name: the component's with a capital, unless it is annotated with another. */
  String name() {
    return name;
  }

  /** The name in AWS's validation errors. */
  String fieldName() {
    return fieldName;
  }

  /** The declared type without its Optional. */
  Type type() {
    return type;
  }

  boolean isRequired() {
    return required;
  }

  /** How a value fails the member's constraint, where it has one. */
  Optional<Failures> failures() {
    return failures;
  }

  /** The component's annotation, or that of an annotation of the component's. */
  private static <A extends Annotation> @Nullable A annotation(
      RecordComponent component, Class<A> type) {
    A own = component.getAnnotation(type);
    if (own != null) {
      return own;
    }
    for (Annotation annotation : component.getAnnotations()) {
      A inherited = annotation.annotationType().getAnnotation(type);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  /** What a value in JSON is to be, in words. */
  static String expected(Type type) {
    Class<?> raw = raw(type);
    if (raw == String.class) {
      return "string";
    }
    if (raw == Integer.class || raw == Long.class) {
      return "integer";
    }
    if (raw == Double.class) {
      return "number";
    }
    if (raw == Boolean.class) {
      return "boolean";
    }
    return List.class.isAssignableFrom(raw)
        ? "array"
        : Map.class.isAssignableFrom(raw) || raw.isRecord() ? "object" : "any";
  }

  /** Whether the value has the type; nested values are looked at by their own shapes. */
  static boolean fits(Type type, JsonNode value) {
    return switch (expected(type)) {
      case "string" -> value.isTextual();
      case "integer" ->
          value.isIntegralNumber()
              && (raw(type) == Long.class ? value.canConvertToLong() : value.canConvertToInt());
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> true;
    };
  }
}
