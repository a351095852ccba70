package io.pushsim.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Principal or NotPrincipal of a statement: everyone, written {@code "*"}, or principals by
 * their type. Names have no wildcards; {@code {"AWS": "*"}} is everyone too (IAM user guide, "AWS
 * JSON policy elements: Principal").
 */
public final class PrincipalElement implements StatementElement {
  private static final String EVERYONE = "*";
  private static final String AWS = "AWS";
  private static final String SERVICE = "Service";
  private static final Set<String> TYPES = Set.of(AWS, SERVICE, "Federated", "CanonicalUser");

  private final boolean inverted;
  private final Optional<Map<String, Values>> byType;
  private final boolean everyone;
  private final String[] services;
  private final String[] identities;

  private PrincipalElement(boolean inverted, Optional<Map<String, Values>> byType) {
    this.inverted = inverted;
    this.byType = byType;
    this.services = textsOf(byType, SERVICE);
    this.identities = textsOf(byType, AWS);
    this.everyone = byType.isEmpty() || List.of(identities).contains(EVERYONE);
  }

  /** {@code "Principal": "*"}. */
  public static PrincipalElement everyone() {
    return new PrincipalElement(false, Optional.empty());
  }

  /** {@code "Principal": {"Service": name}}. */
  public static PrincipalElement service(String name) {
    return new PrincipalElement(false, Optional.of(Map.of(SERVICE, Values.of(name))));
  }

  /** {@code "Principal": {"AWS": id}}. */
  public static PrincipalElement aws(String id) {
    return new PrincipalElement(false, Optional.of(Map.of(AWS, Values.of(id))));
  }

  /**
   * Reads {@code "*"} or a map from type to name or names.
   *
   * @param inverted whether it stands under NotPrincipal
   * @throws IllegalArgumentException where it is something else
   */
  public static PrincipalElement fromPlain(boolean inverted, Object plain) {
    if (plain.equals(EVERYONE)) {
      return new PrincipalElement(inverted, Optional.empty());
    }
    if (!(plain instanceof Map<?, ?> types)) {
      throw new IllegalArgumentException(
          "'%s' is no principal: write \"*\" or a map such as {\"Service\": \"s3.amazonaws.com\"}"
              .formatted(plain));
    }
    Map<String, Values> byType = new LinkedHashMap<>();
    types.forEach((type, names) -> byType.put(checkType(type), namesOf(type, names)));
    return new PrincipalElement(inverted, Optional.of(Collections.unmodifiableMap(byType)));
  }

  private static Values namesOf(Object type, @Nullable Object names) {
    if (names == null) {
      throw new IllegalArgumentException(type + " is empty: write a value or a list of values");
    }
    return Values.fromPlain(names);
  }

  private static String checkType(Object type) {
    String text = String.valueOf(type);
    if (!TYPES.contains(text)) {
      throw new IllegalArgumentException(
          "'%s' is no type of principal: write AWS, Service, Federated or CanonicalUser"
              .formatted(text));
    }
    return text;
  }

  private static String[] textsOf(Optional<Map<String, Values>> byType, String type) {
    return byType
        .map(types -> types.get(type))
        .map(Values::texts)
        .orElse(List.of())
        .toArray(String[]::new);
  }

  @Override
  public boolean matches(AccessRequest request, boolean variables) {
    return lists(request.principal()) != inverted;
  }

  private boolean lists(Principal principal) {
    if (everyone) {
      return true;
    }
    for (String service : services) {
      if (principal.isService(service)) {
        return true;
      }
    }
    for (String identity : identities) {
      if (principal.isAws(identity)) {
        return true;
      }
    }
    return false;
  }

  public boolean isInverted() {
    return inverted;
  }

  /** {@code "*"} or the map, as it was written. */
  public Object toPlain() {
    if (byType.isEmpty()) {
      return EVERYONE;
    }
    Map<String, Object> plain = new LinkedHashMap<>();
    byType.get().forEach((type, names) -> plain.put(type, names.toPlain()));
    return plain;
  }

  @Override
  public String name() {
    return inverted ? "NotPrincipal" : "Principal";
  }

  @Override
  public String expected() {
    String listed =
        byType.isEmpty()
            ? "everyone"
            : byType.get().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" or "));
    return inverted ? "anyone but " + listed : listed;
  }

  @Override
  public String actual(AccessRequest request) {
    return request.principal().toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PrincipalElement element
        && inverted == element.inverted
        && byType.equals(element.byType);
  }

  @Override
  public int hashCode() {
    return 31 * Boolean.hashCode(inverted) + byType.hashCode();
  }

  @Override
  public String toString() {
    return name() + " " + toPlain();
  }
}
