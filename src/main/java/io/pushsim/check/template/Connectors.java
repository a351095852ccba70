package io.pushsim.check.template;

import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.document.MappingNode;
import io.pushsim.document.MappingNode.Entry;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.List;
import java.util.Optional;

/**
 * Declares the grants that SAM's connectors from buckets to functions make.
 *
 * <p>Source: aws/serverless-application-model, {@code SamConnector} in {@code sam_resources.py} and
 * {@code connector_profiles/profiles.json}.
 */
final class Connectors {
  private final World world;
  private final SetUp.Builder setUp;

  Connectors(World world, SetUp.Builder setUp) {
    this.world = world;
    this.setUp = setUp;
  }

  /** Declares what the resource grants as a connector, or by the connectors within it. */
  void declare(Resource resource, Guard guard) {
    if (resource.type().equals(Resource.CONNECTOR)) {
      resource
          .property("Source")
          .flatMap(this::named)
          .ifPresent(
              source ->
                  connect(source, resource.properties(), resource.id(), resource.place(), guard));
    }
    if (resource.type().equals(Resource.BUCKET)
        && resource.node().get("Connectors").orElse(null) instanceof MappingNode connectors) {
      for (Entry connector : connectors.entries()) {
        connect(
            resource,
            mapping(connector.value())
                .flatMap(node -> node.get("Properties"))
                .flatMap(this::mapping),
            resource.id() + connector.key(),
            connector.keyPlace(),
            guard);
      }
    }
  }

  private Optional<MappingNode> mapping(Node node) {
    return node instanceof MappingNode mapping ? Optional.of(mapping) : Optional.empty();
  }

  /** The resource of the template whose logical id the end of a connector has. */
  private Optional<Resource> named(Node end) {
    return mapping(end)
        .flatMap(node -> Parameters.scalar(node, "Id"))
        .map(id -> world.template().resources().get(id.text()));
  }

  private void connect(
      Resource source, Optional<MappingNode> connector, String id, Place place, Guard guard) {
    Optional<Node> destination = connector.flatMap(node -> node.get("Destination"));
    if (!source.type().equals(Resource.BUCKET) || destination.isEmpty() || !writes(connector)) {
      return;
    }
    String permission = id + "WriteLambdaPermission";
    if (destination.get() instanceof SequenceNode list) {
      int index = 0;
      for (Node each : list.items()) {
        grant(source, each, permission + "Destination" + index++, place, guard);
      }
    } else {
      grant(source, destination.get(), permission, place, guard);
    }
  }

  private static boolean writes(Optional<MappingNode> connector) {
    return connector
        .flatMap(node -> node.get("Permissions"))
        .filter(SequenceNode.class::isInstance)
        .map(list -> ((SequenceNode) list).items())
        .orElse(List.of())
        .stream()
        .anyMatch(item -> item instanceof ScalarNode scalar && scalar.text().equals("Write"));
  }

  private void grant(Resource bucket, Node destination, String id, Place place, Guard guard) {
    Names names = world.under(guard).references().names();
    named(destination)
        .filter(Resource::isFunction)
        .ifPresent(
            function ->
                setUp.add(
                    new DeclaredGrant(
                        names.functionArn(function, place),
                        Text.of(id),
                        Text.of("lambda:InvokeFunction"),
                        Text.of("s3.amazonaws.com"),
                        Optional.of(names.attribute(bucket, "Arn", place)),
                        Optional.of(world.deployment().accountText()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Declarations.origin(world, place, id, guard))));
  }
}
