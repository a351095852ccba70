package io.pushsim.api.front;

import io.pushsim.api.access.Admission;
import io.pushsim.api.access.Caller;
import io.pushsim.api.access.ChunkSigner;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.s3.ObjectRequest;
import io.pushsim.api.s3.S3Answers;
import io.pushsim.eventsource.embedded.ObjectCall;
import io.pushsim.eventsource.embedded.ObjectCall.Header;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a request of the wire into the words of the S3 within pushsim. */
final class EmbeddedFrontCall {
  private EmbeddedFrontCall() {}

  static ObjectCall of(ObjectRequest asked, Admission admission) {
    Exchange exchange = asked.exchange();
    List<Header> headers = new ArrayList<>();
    exchange.head().headers().forEach((name, value) -> headers.add(new Header(name, value)));
    S3Answers ids = new S3Answers(exchange);
    String address = address(exchange);
    return new ObjectCall(
        asked.operation(),
        exchange.method().name(),
        asked.bucket().orElseThrow(),
        asked.sentKey(),
        exchange.query(),
        headers,
        exchange.authority(),
        caller(admission.caller(), address),
        ids.requestId(),
        ids.hostId(),
        new Signatures(admission, address));
  }

  private static String address(Exchange exchange) {
    @Nullable SocketAddress remote = exchange.request().remoteAddress();
    return remote == null ? "" : String.valueOf(remote.hostAddress());
  }

  private static ObjectCall.Caller caller(Caller caller, String address) {
    return new ObjectCall.Caller(
        caller.scope().account(),
        caller.function().or(() -> caller.accessKeyId().map(id -> "AWS:" + id)).orElse(""),
        address);
  }

  /** Asks the request's admission. */
  private record Signatures(Admission admission, String address)
      implements ObjectCall.BodySignatures {

    @Override
    public Optional<ObjectCall.ChunkSignatures> chunks() {
      return admission.chunks().map(Chunks::new);
    }

    @Override
    public ObjectCall.Caller admit(Map<String, String> fields) {
      return caller(admission.sender(fields), address);
    }
  }

  private record Chunks(ChunkSigner signer) implements ObjectCall.ChunkSignatures {
    @Override
    public void checkChunk(String sha256, String signature) {
      signer.checkChunk(sha256, signature);
    }

    @Override
    public void checkTrailer(String sha256, String signature) {
      signer.checkTrailer(sha256, signature);
    }
  }
}
