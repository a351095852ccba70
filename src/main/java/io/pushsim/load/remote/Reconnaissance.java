package io.pushsim.load.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.function.Alias;
import io.pushsim.load.LoadEvent;
import io.pushsim.load.LoadedFunctions;
import java.io.IOException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * What is known of a running pushsim before it is loaded.
 *
 * @param clock its clock
 * @param process what its process uses
 * @param aliases that are pushed at, as they stand there
 * @param pushes at whom an event is pushed, by its template
 */
record Reconnaissance(
    TargetClock clock,
    RemoteProcess process,
    Map<FunctionArn, Alias> aliases,
    Map<ObjectEvent, List<Pushed>> pushes)
    implements LoadedFunctions {

  Reconnaissance {
    aliases = Map.copyOf(aliases);
    pushes = Map.copyOf(pushes);
  }

  /**
   * One at whom an event is pushed.
   *
   * @param configurationId of the bucket's rule
   */
  record Pushed(FunctionArn target, String configurationId) {}

  /**
   * Asks the target.
   *
   * @param option that names it
   * @throws RemoteException where there is no pushsim, its time passes at a scale, or it does not
   *     push an event of the load at anyone
   */
  static Reconnaissance of(PushsimClient client, List<LoadEvent> events, String option)
      throws InterruptedException {
    try {
      JsonNode health = client.get("health");
      if (health.path("timeScale").asDouble(1) != 1) {
        throw new RemoteException(
            "%s runs at a time scale of %s, so its times are no latencies: start it without --time-scale"
                .formatted(client.endpoint(), health.path("timeScale").asText()));
      }
      Map<FunctionArn, Alias> aliases = new HashMap<>();
      Map<ObjectEvent, List<Pushed>> pushes = new HashMap<>();
      for (LoadEvent event : events) {
        pushes.put(event.template(), ask(client, event.template(), aliases));
      }
      RemoteProcess process =
          new RemoteProcess(
              client, RemoteProcess.of(client.metrics().toCompletableFuture().join()));
      return new Reconnaissance(TargetClock.of(client), process, aliases, pushes);
    } catch (IOException | DateTimeParseException | CompletionException e) {
      throw new RemoteException(
          "No pushsim answers at %s (%s): start one, or name another %s"
              .formatted(client.endpoint(), e, option));
    }
  }

  private static List<Pushed> ask(
      PushsimClient client, ObjectEvent event, Map<FunctionArn, Alias> aliases)
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
    List<Pushed> pushed = new ArrayList<>();
    for (JsonNode target : answer.path("targets")) {
      Optional<FunctionArn> arn = FunctionArn.parse(target.path("target").asText());
      arn.flatMap(function -> alias(function, target))
          .ifPresent(alias -> aliases.put(arn.orElseThrow(), alias));
      arn.ifPresent(
          function -> pushed.add(new Pushed(function, target.path("configurationId").asText())));
    }
    return pushed;
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
