package io.pushsim.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The repository's {@code docker-compose.yml}, where no variable is set. */
public record ComposeFile(JsonNode content) {
  /** A variable and its default. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):-([^}]*)}");

  public static ComposeFile read() {
    try {
      return new ComposeFile(TestResource.yaml(Files.readString(Path.of("docker-compose.yml"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode service(String name) {
    return content.path("services").path(name);
  }

  /** A service's variables. */
  public Map<String, String> environment(String service) {
    Map<String, String> variables = new LinkedHashMap<>();
    service(service)
        .path("environment")
        .properties()
        .forEach(variable -> variables.put(variable.getKey(), text(variable.getValue())));
    return variables;
  }

  /** The value of a service's variable, which must be there. */
  public String variable(String service, String name) {
    JsonNode value = service(service).path("environment").path(name);
    if (value.isMissingNode()) {
      throw new AssertionError("%s has no variable %s".formatted(service, name));
    }
    return text(value);
  }

  /** The words of a list. */
  public static List<String> words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(ComposeFile::text).toList();
  }

  /** A value with the defaults of its variables. */
  private static String text(JsonNode value) {
    return VARIABLE
        .matcher(value.asText())
        .replaceAll(variable -> Matcher.quoteReplacement(variable.group(2)));
  }

  /** The file of credentials that pushsim gets. */
  public String credentials() {
    return text(content.at("/configs/credentials/content"));
  }
}
