package io.pushsim.check.template;

import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;

/** The forms in which Lambda takes a function's name: a name, a partial ARN, an ARN. */
final class FunctionNames {
  private static final String FUNCTION = "function:";

  private final World world;
  private final Names names;

  FunctionNames(World world, Names names) {
    this.world = world;
    this.names = names;
  }

  /**
   * The ARN that the text means, with the qualifier that it has. Where it begins with something
   * that may be a name or an ARN, it is left as it is.
   */
  Text arn(Text name) {
    if (name.parts().isEmpty()) {
      return name;
    }
    Text.Part first = name.parts().get(0);
    if (first instanceof Text.Part.Known known) {
      return known.characters().startsWith("arn:") ? name : completed(name);
    }
    boolean mayBeArn =
        first instanceof Text.Part.Unknown unknown
            && unknown.symbol().kind() == Symbol.Kind.ANY
            && !world.names().contains(unknown.symbol());
    return mayBeArn ? name : completed(name);
  }

  private Text completed(Text name) {
    String shown = name.with(symbol -> "0");
    if (shown.startsWith(FUNCTION)) {
      return Text.join(names.prefix("lambda"), name);
    }
    // 111111111111:function:name, the account known or not
    if (shown.contains(":" + FUNCTION)) {
      return Text.join(
          Text.of("arn:"),
          world.deployment().partitionText(),
          Text.of(":lambda:"),
          world.deployment().regionText(),
          Text.of(":"),
          name);
    }
    return names.functionArn(name);
  }
}
