package io.pushsim.api.http;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * What the head of every request must be like, whatever it asks for (RFC 9110, RFC 9112), beyond
 * what the codec demands.
 */
public final class HeadRules {
  static final String CONTINUE = "100-continue";
  private static final String CHUNKED = "chunked";

  private HeadRules() {}

  public static boolean areKept(HttpServerRequest request) {
    try {
      check(request);
      return true;
    } catch (SimulatorException e) {
      return false;
    }
  }

  /**
   * @throws SimulatorException where a rule is broken
   */
  static void check(HttpServerRequest request) {
    checkTarget(request.uri());
    checkHost(request);
    String expected = request.getHeader(HttpHeaders.EXPECT);
    if (expected != null && !expected.equalsIgnoreCase(CONTINUE)) {
      throw new SimulatorException(
          ErrorCode.EXPECTATION_FAILED,
          "'%s' cannot be expected here; only %s can".formatted(expected, CONTINUE));
    }
    String coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
    if (coding != null && !coding.equalsIgnoreCase(CHUNKED)) {
      throw new SimulatorException(
          ErrorCode.NOT_SIMULATED,
          "Transfer-Encoding '%s' is not simulated; send the body as it is, or chunked"
              .formatted(coding));
    }
  }

  private static void checkTarget(String target) {
    if (!target.startsWith("/") && !target.startsWith("http://")) {
      throw bad("the request's target is to be a path or an http:// address, not '%s'", target);
    }
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c > '~') {
        throw bad(
            "the request's target has a character that is not to be there unescaped: '%s'", target);
      }
    }
  }

  private static void checkHost(HttpServerRequest request) {
    List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
    if (hosts.size() != 1 || request.authority() == null) {
      throw bad(
          "a request has one Host header with a name or an address, not %s", hosts.toString());
    }
  }

  private static SimulatorException bad(String message, String value) {
    return new SimulatorException(
        ErrorCode.BAD_REQUEST, message.formatted(HttpRefusals.shortened(value)));
  }
}
