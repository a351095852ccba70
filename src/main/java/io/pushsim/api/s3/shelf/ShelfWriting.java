package io.pushsim.api.s3.shelf;

import io.pushsim.api.http.Exchange;
import io.pushsim.api.s3.BodyIntegrity;
import io.pushsim.api.s3.S3Answers;
import io.pushsim.api.s3.XmlElement;
import io.pushsim.api.s3.XmlReader;
import io.pushsim.api.s3.shelf.ObjectShelf.Kept;
import io.pushsim.error.S3Errors;
import io.pushsim.eventsource.embedded.ChunkedContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Carries out what changes objects, and answers when the events of that are durable. */
record ShelfWriting(ObjectShelf shelf) {
  private static final String IF_MATCH = "If-Match";
  private static final String IF_NONE_MATCH = "If-None-Match";

  CompletionStage<Exchange.Answer> put(ShelfRequest request, byte[] body) {
    request.checkSaysOnly(Set.of(), ShelfRequest.ofContent());
    checkConditions(request);
    Exchange exchange = request.exchange();
    byte[] content = content(request, body);
    return shelf
        .put(request.change("Put"), content, request.metadata())
        .thenApply(
            kept ->
                new S3Answers(exchange)
                    .ofContent(
                        200,
                        Map.of(
                            "ETag",
                            "\"" + kept.eTag() + "\"",
                            "x-amz-server-side-encryption",
                            "AES256"),
                        new byte[0]));
  }

  private static byte[] content(ShelfRequest request, byte[] body) {
    Optional<String> streaming =
        request.header("x-amz-content-sha256").filter(said -> said.startsWith("STREAMING-"));
    if (streaming.isPresent()) {
      return ChunkedContent.of(body, request.header("x-amz-trailer"));
    }
    BodyIntegrity.check(request.exchange(), body);
    return body;
  }

  private void checkConditions(ShelfRequest request) {
    Optional<Kept> former = shelf.find(request.bucket(), request.key());
    if (request.header(IF_NONE_MATCH).filter("*"::equals).isPresent() && former.isPresent()) {
      throw ShelfRefusal.preconditionFailed(IF_NONE_MATCH);
    }
    request
        .header(IF_MATCH)
        .ifPresent(
            eTag -> {
              Kept kept = former.orElseThrow(() -> S3Errors.noSuchKey(request.key()));
              if (!eTag.replace("\"", "").equals(kept.eTag())) {
                throw ShelfRefusal.preconditionFailed(IF_MATCH);
              }
            });
  }

  CompletionStage<Exchange.Answer> copy(ShelfRequest request) {
    request.checkSaysOnly(
        Set.of(),
        ShelfRequest.ofContent(ShelfRequest.COPY_SOURCE, ShelfRequest.METADATA_DIRECTIVE));
    String source =
        ShelfRequest.decoded(request.header(ShelfRequest.COPY_SOURCE).orElseThrow())
            .replaceFirst("^/", "");
    int slash = source.indexOf('/');
    if (slash < 0) {
      throw S3Errors.invalidArgument(
          "Invalid copy source object key", ShelfRequest.COPY_SOURCE, source);
    }
    String bucket = source.substring(0, slash);
    String key = source.substring(slash + 1);
    if (key.contains("?versionId=")) {
      throw ShelfRefusal.notImplemented("A version as the source of a copy");
    }
    shelf.require(bucket, Optional.empty());
    Kept found = shelf.find(bucket, key).orElseThrow(() -> S3Errors.noSuchKey(key));
    boolean replaces =
        request.header(ShelfRequest.METADATA_DIRECTIVE).filter("REPLACE"::equals).isPresent();
    if (bucket.equals(request.bucket()) && key.equals(request.key()) && !replaces) {
      throw S3Errors.copyToItself();
    }
    Map<String, String> headers = replaces ? request.metadata() : found.headers();
    byte[] content = ShelfReading.bytes(found, 0, found.size());
    return shelf
        .put(request.change("Copy"), content, headers)
        .thenApply(
            kept ->
                new S3Answers(request.exchange())
                    .ofDocument(
                        XmlElement.ofChildren(
                            "CopyObjectResult",
                            List.of(
                                XmlElement.ofText("ETag", "\"" + kept.eTag() + "\""),
                                XmlElement.ofText(
                                    "LastModified", ShelfListing.time(kept.lastModified()))))));
  }

  CompletionStage<Exchange.Answer> delete(ShelfRequest request) {
    request.checkSaysOnly(Set.of(), Set.of());
    return shelf
        .remove(request.change("Delete"))
        .thenApply(gone -> new S3Answers(request.exchange()).ofContent(204, Map.of(), new byte[0]));
  }

  CompletionStage<Exchange.Answer> deleteAll(ShelfRequest request, byte[] body) {
    request.checkSaysOnly(Set.of("delete"), ShelfRequest.ofContent());
    BodyIntegrity.check(request.exchange(), body);
    boolean quiet = false;
    List<String> keys = new ArrayList<>();
    for (XmlElement element : XmlReader.read(body).children()) {
      if (element.name().equals("Quiet")) {
        quiet = element.text().equals("true");
      } else if (element.name().equals("Object")) {
        keys.add(key(element));
      } else {
        throw S3Errors.malformedXml();
      }
    }
    if (keys.isEmpty() || keys.size() > 1000) {
      throw S3Errors.malformedXml();
    }
    CompletionStage<Void> done = CompletableFuture.completedFuture(null);
    for (String key : keys) {
      done = done.thenCompose(before -> shelf.remove(request.change("Delete", key)));
    }
    List<XmlElement> deleted =
        quiet
            ? List.of()
            : keys.stream()
                .map(
                    key -> XmlElement.ofChildren("Deleted", List.of(XmlElement.ofText("Key", key))))
                .toList();
    return done.thenApply(
        gone ->
            new S3Answers(request.exchange())
                .ofDocument(XmlElement.ofChildren("DeleteResult", deleted)));
  }

  private static String key(XmlElement object) {
    String key = "";
    for (XmlElement member : object.children()) {
      if (!member.name().equals("Key")) {
        throw ShelfRefusal.notImplemented("<%s> of an object to delete".formatted(member.name()));
      }
      key = member.text();
    }
    if (key.isEmpty()) {
      throw S3Errors.malformedXml();
    }
    return key;
  }
}
