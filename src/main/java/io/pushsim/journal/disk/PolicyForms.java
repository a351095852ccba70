package io.pushsim.journal.disk;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.Principal;
import io.pushsim.policy.Statement;
import io.pushsim.policy.StatementElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How policies and decisions stand in the journal. Policies are AWS's JSON; a decision is the
 * request, the policy, and which statement or which elements decided: it is not taken anew when it
 * is read. Safe for one writer and one reader at a time.
 */
final class PolicyForms extends SimpleModule {
  private static final long serialVersionUID = 1L;
  private static final int MOST_KNOWN = 512;
  private static final String IN_EFFECT_FROM = "InEffectFrom";
  private static final ObjectMapper PLAIN = new ObjectMapper();

  // Most decisions are of few policies: each is written, and held in memory, once.
  private final transient Map<PolicyDocument, String> texts = new Known<>();
  private final transient Map<String, PolicyDocument> documents = new Known<>();

  PolicyForms() {
    super("policies");
    addSerializer(PolicyDocument.class, ScalarForms.of(PolicyDocument.class, this::write));
    addDeserializer(
        PolicyDocument.class,
        ScalarForms.of(PolicyDocument.class, json -> document(json.readValueAsTree())));
    addSerializer(
        Statement.class,
        ScalarForms.of(Statement.class, (statement, json) -> json.writeObject(written(statement))));
    addDeserializer(
        Statement.class,
        ScalarForms.of(
            Statement.class,
            json ->
                policy(Map.of("Statement", List.of(plain(json.readValueAsTree()))))
                    .statements()
                    .get(0)));
    addSerializer(Decision.class, ScalarForms.of(Decision.class, this::write));
    addDeserializer(Decision.class, ScalarForms.of(Decision.class, this::decision));
  }

  /** The newest that were asked for. */
  private static final class Known<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    Known() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST_KNOWN;
    }
  }

  private void write(PolicyDocument policy, JsonGenerator json) throws IOException {
    json.writeRawValue(texts.computeIfAbsent(policy, PolicyForms::text));
  }

  private static String text(PolicyDocument policy) {
    try {
      Map<String, Object> plain = policy.toPlain();
      plain.put("Statement", policy.statements().stream().map(PolicyForms::written).toList());
      return PLAIN.writeValueAsString(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("a policy cannot be written as JSON", e);
    }
  }

  private PolicyDocument document(JsonNode policy) {
    return documents.computeIfAbsent(policy.toString(), text -> policy(plain(policy)));
  }

  /** AWS's form, and beside it from when on the statement counts where that is not always. */
  private static Map<String, Object> written(Statement statement) {
    Map<String, Object> plain = statement.toPlain();
    statement
        .propagation()
        .ifPresent(propagation -> plain.put(IN_EFFECT_FROM, propagation.end().toString()));
    return plain;
  }

  private static PolicyDocument policy(Map<?, ?> written) {
    List<Optional<Instant>> times = new ArrayList<>();
    for (Object statement : (List<?>) Objects.requireNonNull(written.get("Statement"))) {
      times.add(
          Optional.ofNullable(((Map<?, ?>) statement).remove(IN_EFFECT_FROM))
              .map(time -> Instant.parse((String) time)));
    }
    PolicyDocument policy = PolicyDocument.fromPlain(written);
    if (times.stream().allMatch(Optional::isEmpty)) {
      return policy;
    }
    List<Statement> statements = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      statements.add(times.get(statements.size()).map(statement::inEffectFrom).orElse(statement));
    }
    return new PolicyDocument(policy.version(), policy.id(), statements);
  }

  private static Map<?, ?> plain(JsonNode object) {
    return PLAIN.convertValue(object, Map.class);
  }

  private void write(Decision decision, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("is", decision.kind().name());
    write(decision.request(), json);
    if (decision instanceof Decision.Allowed allowed) {
      writeDecisive(allowed.policy(), allowed.index(), json);
    } else if (decision instanceof Decision.ExplicitDeny denied) {
      writeDecisive(denied.policy(), denied.index(), json);
    } else if (decision instanceof Decision.ImplicitDeny denied && denied.policy().isPresent()) {
      json.writeFieldName("policy");
      write(denied.policy().get(), json);
      json.writeArrayFieldStart("elements");
      for (StatementElement element : denied.elements()) {
        json.writeString(element.name());
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void writeDecisive(PolicyDocument policy, int index, JsonGenerator json)
      throws IOException {
    json.writeFieldName("policy");
    write(policy, json);
    json.writeNumberField("index", index);
  }

  private static void write(AccessRequest request, JsonGenerator json) throws IOException {
    if (!(request.principal() instanceof Principal.Anonymous)) {
      json.writeStringField(
          request.principal() instanceof Principal.Service ? "service" : "aws",
          nameOf(request.principal()));
    }
    json.writeStringField("action", request.action());
    json.writeStringField("resource", request.resource());
    json.writeObjectFieldStart("context");
    for (Map.Entry<String, List<String>> key : new TreeMap<>(request.context()).entrySet()) {
      json.writeArrayFieldStart(key.getKey());
      for (String value : key.getValue()) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** The name that {@link Principal}'s factories take. */
  private static String nameOf(Principal principal) {
    return principal instanceof Principal.Service service
        ? service.name()
        : principal.toString().substring("AWS ".length());
  }

  private Decision decision(JsonParser json) throws IOException {
    JsonNode written = json.readValueAsTree();
    AccessRequest request = request(written);
    Optional<PolicyDocument> policy =
        Optional.ofNullable(written.get("policy")).map(this::document);
    return switch (Decision.Kind.valueOf(written.required("is").textValue())) {
      case ALLOWED ->
          policy.isEmpty()
              ? new Decision.OfOwnAccount(request)
              : new Decision.Allowed(request, policy.get(), written.required("index").intValue());
      case EXPLICIT_DENY ->
          new Decision.ExplicitDeny(
              request, policy.orElseThrow(), written.required("index").intValue());
      case IMPLICIT_DENY ->
          new Decision.ImplicitDeny(
              request,
              policy,
              policy.isEmpty() ? List.of() : elements(policy.get(), written.required("elements")));
    };
  }

  private static AccessRequest request(JsonNode written) {
    Map<String, List<String>> context = new LinkedHashMap<>();
    written
        .required("context")
        .properties()
        .forEach(key -> context.put(key.getKey(), texts(key.getValue())));
    Principal principal =
        written.has("service")
            ? Principal.service(written.get("service").textValue())
            : written.has("aws")
                ? Principal.aws(written.get("aws").textValue())
                : Principal.ANONYMOUS;
    return new AccessRequest(
        principal,
        written.required("action").textValue(),
        written.required("resource").textValue(),
        context);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>(array.size());
    array.forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  /** Of each statement, in their order, the element of that name. */
  private static List<StatementElement> elements(PolicyDocument policy, JsonNode names)
      throws IOException {
    List<StatementElement> elements = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      String name = names.path(elements.size()).asText();
      elements.add(
          Stream.of(
                  Stream.of(statement.principal(), statement.action(), statement.resource()),
                  statement.conditions().stream(),
                  statement.propagation().stream())
              .<StatementElement>flatMap(Function.identity())
              .filter(element -> element.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new IOException("no statement has an element '" + name + "'")));
    }
    return elements;
  }
}
