package io.pushsim.api.http;

import io.pushsim.error.SimulatorException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers of the services that take forms and answer XML, such as STS. */
public final class QueryAnswers {
  private QueryAnswers() {}

  /**
   * A refusal as an {@code ErrorResponse}.
   *
   * @param attributes of the root, such as the service's namespace; each with a space before it
   */
  public static Exchange.Answer answer(
      Exchange exchange, SimulatorException refusal, String attributes) {
    String xml =
        """
        <ErrorResponse%s>
          <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
          <RequestId>%s</RequestId>
        </ErrorResponse>
        """
            .formatted(
                attributes,
                refusal.code().shapeName(),
                escaped(refusal.message()),
                exchange.requestId());
    return answer(exchange, refusal.code().httpStatus(), xml);
  }

  /** An answer in XML, an error or not. */
  public static Exchange.Answer answer(Exchange exchange, int status, String xml) {
    return new Exchange.Answer(
        status,
        Map.of("Content-Type", "text/xml", "x-amzn-RequestId", exchange.requestId()),
        xml.getBytes(StandardCharsets.UTF_8));
  }

  /** The text with XML's own characters escaped, and what XML cannot hold as question marks. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '?');
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    boolean isSpace = c == '\t' || c == '\n';
    boolean isCharacter = c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF);
    return isSpace || isCharacter;
  }
}
