package io.pushsim.policy.differential;

import io.pushsim.policy.AccessRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes statements, most of whose elements match a request, and the others nearly. */
final class Statements {
  private static final int MATCHING = 88;
  private static final List<String> OTHER_IDS =
      List.of(
          "arn:aws:iam::222222222222:root",
          "111111111111",
          "arn:aws:iam::111111111111:user/bob",
          "arn:aws:iam::111111111111:role/deployer",
          "arn:aws:sts::222222222222:assumed-role/deployer/session-2",
          "arn:aws:iam::333333333333:role/runner");
  private static final List<String> OTHER_SERVICES =
      List.of("sns.amazonaws.com", "s3.amazonaws.com", "events.amazonaws.com.cn");

  private final Chance chance;
  private final String caller;
  private final AccessRequest request;

  Statements(Chance chance, String caller, AccessRequest request) {
    this.chance = chance;
    this.caller = caller;
    this.request = request;
  }

  Map<String, Object> make() {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", chance.in(28) ? "Deny" : "Allow");
    if (chance.in(4)) {
      statement.put("NotPrincipal", byType(chance.in(30)));
    } else {
      statement.put("Principal", chance.in(12) ? "*" : byType(chance.in(MATCHING)));
    }
    putListed(statement, "Action", action(true), action(false));
    putListed(statement, "Resource", resource(true), resource(false));
    Map<String, Map<String, Object>> conditions = new LinkedHashMap<>();
    int count = Math.max(0, chance.below(6) - 2);
    for (int i = 0; i < count; i++) {
      new Conditions(chance, request).addTo(conditions);
    }
    if (!conditions.isEmpty()) {
      statement.put("Condition", conditions);
    }
    return statement;
  }

  private void putListed(
      Map<String, Object> statement, String name, String matching, String other) {
    boolean inverted = chance.in(7);
    String value = chance.in(inverted ? 100 - MATCHING : MATCHING) ? matching : other;
    Object values = chance.in(25) ? List.of(value, other) : chance.in(30) ? List.of(value) : value;
    statement.put(inverted ? "Not" + name : name, values);
  }

  private Map<String, Object> byType(boolean matching) {
    Map<String, Object> byType = new LinkedHashMap<>();
    if (matching && chance.in(8)) {
      byType.put("AWS", "*");
    } else if (matching && caller.startsWith("arn:")) {
      byType.put("AWS", oneOrMore(chance.one(names(caller)), OTHER_IDS));
    } else if (matching && !caller.equals(Requests.ANONYMOUS)) {
      byType.put("Service", oneOrMore(caller, OTHER_SERVICES));
    }
    if (byType.isEmpty() || chance.in(10)) {
      if (chance.in(50)) {
        byType.putIfAbsent("AWS", oneOrMore(chance.one(OTHER_IDS), OTHER_IDS));
      } else {
        byType.putIfAbsent("Service", oneOrMore(chance.one(OTHER_SERVICES), OTHER_SERVICES));
      }
    }
    return byType;
  }

  private Object oneOrMore(String value, List<String> others) {
    return chance.in(70) ? value : Stream.of(chance.one(others), value).distinct().toList();
  }

  // The ways in which a policy may name a caller.
  private static List<String> names(String caller) {
    String[] parts = caller.split(":", 6);
    String account = parts[4];
    String root = "arn:aws:iam::" + account + ":root";
    if (!parts[5].startsWith("assumed-role/")) {
      return List.of(caller, caller, root, account);
    }
    String role = parts[5].split("/", -1)[1];
    String named = "arn:aws:iam::" + account + ":role/";
    return List.of(caller, named + role, named + "with/path/" + role, root, account);
  }

  private String action(boolean matching) {
    String asked = request.action();
    int colon = asked.indexOf(':');
    String service = asked.substring(0, colon + 1);
    String name = asked.substring(colon + 1);
    if (!matching) {
      return chance.in(50) ? chance.one(Requests.ACTIONS) : service + Texts.nearMiss(chance, name);
    }
    return switch (chance.below(6)) {
      case 0 -> "*";
      case 1 -> service + "*";
      case 2 -> service + Texts.pattern(chance, name);
      case 3 -> Texts.anyCase(chance, asked);
      default -> asked;
    };
  }

  private String resource(boolean matching) {
    String asked = request.resource();
    if (!matching) {
      return switch (chance.below(8)) {
        case 0 -> firstParts(asked);
        case 1, 2, 3 -> chance.one(Requests.RESOURCES);
        default -> Texts.nearMiss(chance, asked);
      };
    }
    return switch (chance.below(9)) {
      case 0 -> "*";
      case 1, 2 -> Texts.pattern(chance, asked);
      case 3 -> asked.replace("helloworld", "${aws:PrincipalTag/team}");
      case 4 -> "arn:aws:lambda:*:" + asked.split(":", -1)[4] + ":function:*";
      case 5 -> firstParts(asked) + "*";
      default -> asked;
    };
  }

  // Up to a colon, with a wildcard now and then.
  private String firstParts(String arn) {
    int colon = arn.indexOf(':');
    for (int i = 2 + chance.below(3); i > 0; i--) {
      colon = arn.indexOf(':', colon + 1);
    }
    String first = arn.substring(0, colon);
    return chance.in(30) ? first.replace("aws", "*") + ':' : first + ':';
  }
}
