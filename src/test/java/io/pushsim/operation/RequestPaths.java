package io.pushsim.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pushsim.operation.shape.NotSimulated;
import io.pushsim.operation.shape.Required;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of a request, nested ones by their path, as the records' components and
 * annotations tell them.
 *
 * @param refused what the records name as not simulated
 * @param records the prefixes of the paths in each record
 */
record RequestPaths(
    Set<String> known, Set<String> required, Set<String> refused, Set<String> records) {

  static RequestPaths of(Class<?> request) {
    RequestPaths paths =
        new RequestPaths(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    paths.walk("", request);
    return paths;
  }

  private void walk(String prefix, Class<?> type) {
    records.add(prefix);
    NotSimulated not = type.getAnnotation(NotSimulated.class);
    if (not != null) {
      Arrays.stream(not.value()).map(prefix::concat).forEach(refused::add);
    }
    for (RecordComponent component : type.getRecordComponents()) {
      String path = prefix + name(component);
      known.add(path);
      if (isRequired(component)) {
        required.add(path);
      }
      walkType(path, component.getGenericType());
    }
  }

  private static String name(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    String name = component.getName();
    return named == null
        ? Character.toUpperCase(name.charAt(0)) + name.substring(1)
        : named.value();
  }

  private void walkType(String path, Type type) {
    if (type instanceof ParameterizedType generic) {
      Type argument = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        walkType(path, argument);
      } else if (generic.getRawType() == List.class) {
        walkType(path + "[]", argument);
      }
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      walk(path + ".", plain);
    }
  }

  private static boolean isRequired(RecordComponent component) {
    return component.isAnnotationPresent(Required.class)
        || Arrays.stream(component.getAnnotations())
            .anyMatch(own -> own.annotationType().isAnnotationPresent(Required.class));
  }
}
