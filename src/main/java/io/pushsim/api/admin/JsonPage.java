package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.HttpRefusals;
import io.pushsim.journal.History;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A page of a list as an answer, which ends early rather than to become too large. */
final class JsonPage {
  private static final int LARGE_ENOUGH = 8 * 1024 * 1024;

  private JsonPage() {}

  /**
   * The answer.
   *
   * @param name the list's
   * @param number an item's place, after which the next page begins
   */
  static <T> Exchange.Answer of(
      String name, History.Page<T> page, ToLongFunction<T> number, Function<T, ObjectNode> form) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(4096);
    body.writeBytes(utf8("{\"" + name + "\":["));
    OptionalLong next = page.next();
    for (int i = 0; i < page.items().size(); i++) {
      T item = page.items().get(i);
      body.writeBytes(i == 0 ? new byte[0] : utf8(","));
      body.writeBytes(HttpRefusals.bytes(form.apply(item)));
      if (body.size() >= LARGE_ENOUGH && i < page.items().size() - 1) {
        next = OptionalLong.of(number.applyAsLong(item));
        break;
      }
    }
    body.writeBytes(utf8("]" + next(next) + "}"));
    return Answers.of(200, "application/json", Map.of(), body.toByteArray());
  }

  /** How many there are, instead of a page. */
  static Exchange.Answer count(long count) {
    return Answers.json(200, JsonNodeFactory.instance.objectNode().put("count", count));
  }

  private static String next(OptionalLong next) {
    return next.isPresent() ? ",\"next\":\"" + next.getAsLong() + "\"" : "";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
