package io.pushsim.check.template;

import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;
import java.util.Optional;

/**
 * What SAM makes beside the resources that a template names, by the names that SAM gives it.
 *
 * <p>Source: aws/serverless-application-model, {@code sam_resources.py}: {@code
 * referable_properties}, {@code _construct_alias}, {@code _construct_version}.
 */
final class Generated {
  private final World world;
  private final Names names;

  Generated(World world, Names names) {
    this.world = world;
    this.names = names;
  }

  /** What a reference to something means that the template does not declare; or empty. */
  Optional<Text> find(String id, String attribute, Place place) {
    if (world.template().open()) {
      return Optional.of(unknown(id, attribute));
    }
    if (!world.template().isSam()) {
      return Optional.empty();
    }
    for (int length = id.length(); length > 0; length--) {
      Resource maker = world.template().resources().get(id.substring(0, length));
      if (maker != null && maker.type().startsWith(Resource.SERVERLESS)) {
        return Optional.of(made(maker, id.substring(length), attribute, place));
      }
    }
    return id.startsWith("Serverless") ? Optional.of(unknown(id, attribute)) : Optional.empty();
  }

  /** {@code Fn.Alias} and {@code Fn.Version}, which SAM takes for what it makes; or empty. */
  Optional<Text> find(Resource resource, String attribute, Place place) {
    if (!resource.isServerlessFunction()) {
      return Optional.empty();
    }
    return switch (attribute) {
      case "Alias", "Alias.AliasArn" ->
          published(resource, attribute, place).map(p -> p.aliasArn());
      case "Version", "Version.FunctionArn" ->
          published(resource, attribute, place).map(p -> p.versionArn());
      case "Version.Version" -> published(resource, attribute, place).map(p -> p.versionNumber());
      default -> Optional.empty();
    };
  }

  private Text made(Resource maker, String rest, String attribute, Place place) {
    if (maker.isServerlessFunction() && rest.startsWith("Alias")) {
      Optional<Published> published = published(maker);
      if (published.filter(made -> rest.equals("Alias" + made.idOfAlias())).isPresent()) {
        return published.get().aliasArn();
      }
      world
          .problems()
          .at(
              place,
              "SAM makes no "
                  + maker.id()
                  + rest
                  + published
                      .map(
                          made -> "; did you mean " + maker.id() + "Alias" + made.idOfAlias() + "?")
                      .orElse(": give " + maker.id() + " an AutoPublishAlias"));
    } else if (maker.isServerlessFunction() && rest.startsWith("Version")) {
      Optional<Published> published = published(maker);
      if (published.isPresent()) {
        return attribute.equals("Version")
            ? published.get().versionNumber()
            : published.get().versionArn();
      }
    }
    return unknown(maker.id() + rest, attribute);
  }

  private Optional<Published> published(Resource function, String attribute, Place place) {
    Optional<Published> published = published(function);
    if (published.isEmpty()) {
      world
          .problems()
          .at(
              place,
              "%s.%s is there only with AutoPublishAlias: give %s one"
                  .formatted(function.id(), attribute, function.id()));
    }
    return published;
  }

  private Optional<Published> published(Resource function) {
    return Published.of(function, world, names);
  }

  private Text unknown(String id, String attribute) {
    return Text.unknown(
        attribute.isEmpty()
            ? world.symbols().resource(id)
            : world.symbols().attribute(id, attribute));
  }
}
