package io.pushsim.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pushsim.arn.Scope;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.BucketOwner;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.StateOperation.Decided;
import io.pushsim.time.IsoTime;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ListBuckets: the account's buckets by name, wherever they are. */
final class BucketList {
  private static final int MOST = 10_000;
  // What a token begins with, so that no other base64 text is taken for one.
  private static final String AFTER = "after:";

  private BucketList() {}

  /** ListBuckets. */
  record Request(
      Optional<Integer> maxBuckets,
      Optional<String> continuationToken,
      Optional<String> prefix,
      Optional<String> bucketRegion) {
    /** Only a request with a parameter is told the buckets' Regions (botocore's model, Bucket). */
    private boolean tellsRegions() {
      return maxBuckets.isPresent()
          || continuationToken.isPresent()
          || prefix.isPresent()
          || bucketRegion.isPresent();
    }

    private boolean wants(Bucket bucket) {
      return bucket.name().startsWith(prefix.orElse(""))
          && bucket.region().equals(bucketRegion.orElse(bucket.region()));
    }
  }

  /** ListBuckets' answer. */
  record Response(
      List<Item> buckets,
      Owner owner,
      Optional<String> continuationToken,
      Optional<String> prefix) {}

  /** One bucket. */
  record Item(String name, String creationDate, Optional<String> bucketRegion) {}

  /** The buckets' owner; S3 tells no DisplayName since November 2025. */
  record Owner(@JsonProperty("ID") String id) {}

  static Decided list(Request request, Call call) {
    checkValues(request);
    String account = call.caller().account();
    String after = request.continuationToken().map(BucketList::lastOf).orElse("");
    List<Bucket> left =
        call.state().buckets().ownedBy(account).stream()
            .filter(bucket -> bucket.name().compareTo(after) > 0)
            .filter(request::wants)
            .toList();
    List<Bucket> page = left.subList(0, Math.min(left.size(), request.maxBuckets().orElse(MOST)));
    return Decided.answer(
        new Response(
            page.stream().map(bucket -> item(bucket, request)).toList(),
            new Owner(new BucketOwner(account).canonicalId()),
            page.size() < left.size()
                ? Optional.of(tokenAfter(page.get(page.size() - 1).name()))
                : Optional.empty(),
            request.prefix()));
  }

  private static Item item(Bucket bucket, Request request) {
    return new Item(
        bucket.name(),
        IsoTime.milliseconds(bucket.created()),
        Optional.of(bucket.region()).filter(region -> request.tellsRegions()));
  }

  private static void checkValues(Request request) {
    request
        .maxBuckets()
        .filter(most -> most < 1 || most > MOST)
        .ifPresent(
            most -> {
              throw invalid(
                  "Argument max-buckets must be an integer between 1 and " + MOST,
                  "max-buckets",
                  Optional.of(most.toString()));
            });
    request
        .bucketRegion()
        .filter(region -> !Scope.isRegion(region))
        .ifPresent(
            region -> {
              throw invalid(
                  "Argument value " + region + " is not a valid AWS Region",
                  "bucket-region",
                  Optional.of(region));
            });
  }

  private static String tokenAfter(String name) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((AFTER + name).getBytes(StandardCharsets.UTF_8));
  }

  private static String lastOf(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.startsWith(AFTER)) {
        return text.substring(AFTER.length());
      }
    } catch (IllegalArgumentException e) {
      // Answered below: no token of ours.
    }
    // As ListObjectsV2 answers it (seen in versity/versitygw#993).
    throw invalid(
        "The continuation token provided is incorrect", "continuation-token", Optional.empty());
  }

  private static SimulatorException invalid(String message, String name, Optional<String> value) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("ArgumentName", name);
    value.ifPresent(given -> details.put("ArgumentValue", given));
    return new SimulatorException(ErrorCode.S3_INVALID_ARGUMENT, message, details);
  }
}
