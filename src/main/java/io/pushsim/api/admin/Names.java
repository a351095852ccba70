package io.pushsim.api.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names that constants have on pushsim's own paths, in answers and in filters alike. */
final class Names {
  private Names() {}

  /** The constant's name in camel case, as in {@code explicitDeny}. */
  static String of(Enum<?> constant) {
    String[] words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.toString();
  }

  /** Constants by their names. */
  static <E extends Enum<E>> Map<String, E> of(Class<E> constants) {
    return Arrays.stream(constants.getEnumConstants())
        .collect(Collectors.toUnmodifiableMap(Names::of, Function.identity()));
  }
}
