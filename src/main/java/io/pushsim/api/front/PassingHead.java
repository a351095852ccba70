package io.pushsim.api.front;

import io.pushsim.api.access.Header;
import io.pushsim.api.access.RequestHead;
import io.pushsim.api.access.RequestSigner;
import io.pushsim.api.s3.ObjectRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of a request as the server behind gets it.
 *
 * @param target path and query
 */
record PassingHead(String target, MultiMap headers) {

  /** Byte by byte as the client sent and signed it, but for what is about one connection. */
  static PassingHead asSent(HttpServerRequest request) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    PassedHeaders.copy(request.headers(), headers);
    return new PassingHead(target(request.uri()), headers);
  }

  private static String target(String sent) {
    if (sent.startsWith("/")) {
      return sent;
    }
    int path = sent.indexOf('/', sent.indexOf("//") + 2);
    return path < 0 ? "/" : sent.substring(path);
  }

  /**
   * Signed anew, with the bucket in the path: of a request that a function has signed with
   * credentials of which the server knows nothing.
   */
  static PassingHead signedAnew(ObjectRequest asked, URI server, RequestSigner signer) {
    MultiMap sent = MultiMap.caseInsensitiveMultiMap();
    PassedHeaders.copy(asked.exchange().head().headers(), sent);
    sent.set("host", server.getAuthority());
    List<Header> lines = new ArrayList<>();
    sent.forEach((name, value) -> lines.add(new Header(name, value)));
    RequestHead head = asked.exchange().head().forAccess();
    String path = asked.inHost() ? "/" + asked.bucket().orElseThrow() + head.path() : head.path();
    RequestHead signed = signer.sign(new RequestHead(head.method(), path, head.query(), lines));
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    signed.headers().forEach(header -> headers.add(header.name(), header.value()));
    return new PassingHead(signed.query().isEmpty() ? path : path + "?" + signed.query(), headers);
  }
}
