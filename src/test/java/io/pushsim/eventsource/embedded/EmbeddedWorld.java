package io.pushsim.eventsource.embedded;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.arn.Scope;
import io.pushsim.bucket.BucketChange;
import io.pushsim.bucket.BucketRegistry;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.eventsource.embedded.ObjectCall.Header;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The S3 within pushsim with buckets and a journal of the test's own. */
final class EmbeddedWorld {
  static final String OWNER = "111111111111";
  static final String OTHER = "222222222222";

  /** An object's ETag whose content is hello. */
  static final String HELLO_MD5 = "5d41402abc4b2a76b9719d911017c592";

  final BucketRegistry buckets = new BucketRegistry();
  final List<ObjectEvent> events = new CopyOnWriteArrayList<>();
  Supplier<CompletionStage<Void>> durable = () -> CompletableFuture.completedFuture(null);
  final EmbeddedS3 s3;

  EmbeddedWorld(ObjectFiles files) {
    s3 =
        new EmbeddedS3(
            files,
            buckets::find,
            (event, trace) -> {
              events.add(event);
              return durable.get();
            },
            InstantSource.system());
    bucket("apples", OWNER);
    bucket("pears", OTHER);
  }

  void bucket(String name, String owner) {
    buckets.apply(
        new BucketChange.BucketCreated(
            name, new Scope(owner, "us-east-1").account(), "us-east-1", Instant.EPOCH));
  }

  /** An answer, as a client gets it. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Answered(int status, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
      return headers.getOrDefault(ObjectCall.lower(name), "");
    }
  }

  /** A request that is about to be made. */
  final class Request {
    private final String operation;
    private final String method;
    private final String key;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final List<Header> headers = new ArrayList<>();
    private String bucket = "apples";
    private String account = OWNER;
    private InputStream body = InputStream.nullInputStream();

    Request(String operation, String method, String key) {
      this.operation = operation;
      this.method = method;
      this.key = key;
    }

    Request in(String other) {
      bucket = other;
      return this;
    }

    Request by(String other) {
      account = other;
      return this;
    }

    Request with(String header, String value) {
      headers.add(new Header(header, value));
      return this;
    }

    Request asking(String parameter, String value) {
      parameters.put(parameter, List.of(value));
      return this;
    }

    /** The same once more, its body from the beginning. */
    Request again() throws IOException {
      body.reset();
      return this;
    }

    Request sending(byte[] bytes) {
      return sending(new ByteArrayInputStream(bytes), bytes.length);
    }

    Request sending(String text) {
      return sending(text.getBytes(StandardCharsets.UTF_8));
    }

    Request sending(InputStream content, long length) {
      body = content;
      return with("Content-Length", String.valueOf(length));
    }

    Answered answer() throws IOException {
      CompletableFuture<Answered> answered = new CompletableFuture<>();
      s3.serve(
          call(),
          body,
          (status, lines) -> {
            Map<String, String> got = new LinkedHashMap<>();
            lines.forEach(line -> got.put(ObjectCall.lower(line.name()), line.value()));
            return new ByteArrayOutputStream() {
              @Override
              public void close() {
                answered.complete(new Answered(status, got, toByteArray()));
              }
            };
          });
      return answered.join();
    }

    /** Serves it with the answer of the test's own. */
    void answerTo(ObjectAnswer answer) throws IOException {
      s3.serve(call(), body, answer);
    }

    ObjectCall call() {
      return new ObjectCall(
          operation,
          method,
          bucket,
          key,
          parameters,
          headers,
          "localhost",
          new ObjectCall.Caller(account, "AWS:" + account, "127.0.0.1"),
          "REQUEST",
          "HOST",
          new ObjectCall.BodySignatures() {
            @Override
            public Optional<ObjectCall.ChunkSignatures> chunks() {
              return Optional.empty();
            }

            @Override
            public ObjectCall.Caller admit(Map<String, String> fields) {
              return new ObjectCall.Caller(account, "AWS:" + account, "127.0.0.1");
            }
          });
    }
  }

  Request put(String key) {
    return new Request("PutObject", "PUT", key);
  }

  Request get(String key) {
    return new Request("GetObject", "GET", key);
  }

  Request delete(String key) {
    return new Request("DeleteObject", "DELETE", key);
  }

  Request request(String operation, String method, String key) {
    return new Request(operation, method, key);
  }

  /** What a request is refused with. */
  static ObjectRefusal refusal(Request request) {
    return catchThrowableOfType(ObjectRefusal.class, request::answer);
  }

  /** What has been told of, as {@code Type key size}. */
  List<String> told() {
    return events.stream()
        .map(
            event ->
                "%s %s %s"
                    .formatted(
                        event.type().recordName(),
                        event.object().key(),
                        event.object().size().map(String::valueOf).orElse("-")))
        .toList();
  }

  /** The keys that a listing has. */
  List<String> keys() throws IOException {
    String listed = request("ListObjectsV2", "GET", "").asking("list-type", "2").answer().text();
    List<String> keys = new ArrayList<>();
    for (String part : listed.split("<Key>", -1)) {
      if (part.contains("</Key>")) {
        keys.add(part.substring(0, part.indexOf("</Key>")));
      }
    }
    return keys;
  }
}
