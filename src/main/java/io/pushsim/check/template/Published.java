package io.pushsim.check.template;

import io.pushsim.check.setup.Text;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import java.util.Optional;

/**
 * The version and the alias that SAM makes of a function with {@code AutoPublishAlias}.
 *
 * @param functionArn unqualified
 * @param place where AutoPublishAlias stands
 */
record Published(Text functionArn, Text aliasName, Text versionNumber, Place place) {

  static Optional<Published> of(Resource function, World world, Names names) {
    Optional<Node> property = new ServerlessProperties(world).find(function, "AutoPublishAlias");
    if (property.isEmpty()) {
      return Optional.empty();
    }
    Text alias = names.autoPublishAlias(function, property.get());
    if (alias.parts().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Published(
            names.functionArn(function, function.place()),
            alias,
            names.versionNumber(function),
            property.get().place()));
  }

  Text aliasArn() {
    return Text.join(functionArn, Text.of(":"), aliasName);
  }

  Text versionArn() {
    return Text.join(functionArn, Text.of(":"), versionNumber);
  }

  /** The alias's name as SAM puts it into logical ids. */
  String idOfAlias() {
    return aliasName.toString().replace("-", "D").replace("_", "U");
  }
}
