package io.pushsim.load.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.function.Alias;
import io.pushsim.load.LoadEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a target before it is loaded.
 *
 * @param clock how far its clock is ahead of this machine's
 * @param aliases that are pushed at, as they stand there
 */
record Reconnaissance(Duration clock, Map<FunctionArn, Alias> aliases) {

  /**
   * Asks the target.
   *
   * @throws RemoteException where there is no pushsim, its time passes at a scale, or it does not
   *     push an event of the load at anyone
   */
  static Reconnaissance of(PushsimClient client, List<LoadEvent> events)
      throws InterruptedException {
    try {
      JsonNode health = client.get("health");
      if (health.path("timeScale").asDouble(1) != 1) {
        throw new RemoteException(
            "%s runs at a time scale of %s, so its times are no latencies: start it without --time-scale"
                .formatted(client.endpoint(), health.path("timeScale").asText()));
      }
      Duration clock = Duration.between(Instant.now(), Instant.parse(health.path("time").asText()));
      Map<FunctionArn, Alias> aliases = new HashMap<>();
      for (LoadEvent event : events) {
        ask(client, event.template(), aliases);
      }
      return new Reconnaissance(clock, aliases);
    } catch (IOException | DateTimeParseException e) {
      throw new RemoteException(
          "No pushsim answers at %s (%s): start one, or name another --target"
              .formatted(client.endpoint(), e));
    }
  }

  private static void ask(PushsimClient client, ObjectEvent event, Map<FunctionArn, Alias> aliases)
      throws IOException, InterruptedException {
    ObjectNode question = JsonNodeFactory.instance.objectNode();
    question
        .put("bucket", event.bucketName())
        .put("key", event.object().key())
        .put("event", event.type().configurationName());
    JsonNode answer = client.ask("explain", question);
    if (answer.path("targets").isEmpty()) {
      throw new RemoteException(
          "%s would tell nobody of %s %s/%s: %s. Set it up first as the scenario does"
              .formatted(
                  client.endpoint(),
                  event.type().recordName(),
                  event.bucketName(),
                  event.object().key(),
                  answer.path("unmatched").asText("it has no such configuration")));
    }
    for (JsonNode target : answer.path("targets")) {
      FunctionArn.parse(target.path("target").asText())
          .ifPresent(arn -> alias(arn, target).ifPresent(alias -> aliases.put(arn, alias)));
    }
  }

  private static Optional<Alias> alias(FunctionArn target, JsonNode explained) {
    JsonNode versions = explained.path("versions");
    if (!(target.qualifier() instanceof Qualifier.Alias named) || versions.isEmpty()) {
      return Optional.empty();
    }
    Optional<Alias.AdditionalVersion> additional =
        versions.size() < 2
            ? Optional.empty()
            : Optional.of(
                new Alias.AdditionalVersion(
                    versions.at("/1/version").asText(), versions.at("/1/weight").asDouble()));
    return Optional.of(
        new Alias(named.name(), versions.at("/0/version").asText(), additional, "", ""));
  }
}
