package io.pushsim.check.template;

import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Value.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Declares the grants that {@code AWS::Lambda::Permission} resources make. */
final class Permissions {
  private static final List<String> PROPERTIES =
      List.of(
          "Action",
          "EventSourceToken",
          "FunctionName",
          "FunctionUrlAuthType",
          "InvokedViaFunctionUrl",
          "Principal",
          "PrincipalOrgID",
          "SourceAccount",
          "SourceArn");

  private final World world;
  private final SetUp.Builder setUp;

  Permissions(World world, SetUp.Builder setUp) {
    this.world = world;
    this.setUp = setUp;
  }

  void declare(Resource permission, Guard guard) {
    Properties properties = new Properties(permission, world.under(guard));
    properties.requireKnown(PROPERTIES);
    if (!properties.require("Action", "FunctionName", "Principal")) {
      return;
    }
    Fields fields = properties.some(PROPERTIES);
    for (Worlds.Branch branch : Worlds.of(fields, guard, world.problems())) {
      grant(permission, (Fields) branch.value(), branch.guard());
    }
  }

  private void grant(Resource permission, Fields fields, Guard guard) {
    if (isForFunctionUrls(permission, fields)) {
      return;
    }
    Evaluator evaluator = world.under(guard);
    Text target =
        evaluator.references().names().target(required(permission, fields, "FunctionName"));
    setUp.add(
        new DeclaredGrant(
            target,
            Text.of(permission.id()),
            required(permission, fields, "Action"),
            required(permission, fields, "Principal"),
            text(permission, fields, "SourceArn"),
            text(permission, fields, "SourceAccount"),
            text(permission, fields, "PrincipalOrgID"),
            text(permission, fields, "EventSourceToken"),
            text(permission, fields, "FunctionUrlAuthType"),
            Declarations.origin(world, permission, guard)));
  }

  /** Whether it is for calls of the function's URL only; a bucket never comes that way. */
  private boolean isForFunctionUrls(Resource permission, Fields fields) {
    return text(permission, fields, "InvokedViaFunctionUrl")
        .flatMap(Text::known)
        .filter(value -> value.toLowerCase(Locale.ROOT).equals("true"))
        .isPresent();
  }

  private Text required(Resource permission, Fields fields, String name) {
    return text(permission, fields, name)
        .orElseGet(() -> Text.unknown(world.symbols().faulty(permission.place())));
  }

  private Optional<Text> text(Resource permission, Fields fields, String name) {
    return fields
        .get(name)
        .flatMap(
            value ->
                Properties.text(world.under(Guard.NONE), value, name + " of " + permission.id()));
  }
}
