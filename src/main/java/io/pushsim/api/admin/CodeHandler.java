package io.pushsim.api.admin;

import io.pushsim.api.http.Exchange;
import io.pushsim.api.s3.S3Answers;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code GET code/{name}}: the package that GetFunction links to. As the link stands for one of S3,
 * its errors are S3's.
 */
final class CodeHandler implements AdminHandler {
  static final Set<String> PARAMETERS = Set.of("Expires", "Signature");

  private final AdminParts parts;

  CodeHandler(AdminParts parts) {
    this.parts = parts;
  }

  @Override
  public CompletionStage<Exchange.Answer> handle(AdminRequest request) {
    String expires = request.query().text("Expires").orElse("");
    String signature = request.query().text("Signature").orElse("");
    Optional<String> codeSha256 = parts.codeLinks().codeSha256(request.name(), expires, signature);
    return CompletableFuture.supplyAsync(
        () ->
            codeSha256
                .map(code -> answer(request, code))
                .orElseGet(() -> refusal(request, expires)),
        parts.background());
  }

  private Exchange.Answer answer(AdminRequest request, String codeSha256) {
    return parts
        .code()
        .get(codeSha256)
        .map(
            zip ->
                Answers.of(
                    200,
                    "application/zip",
                    Map.of(
                        "Content-Disposition",
                        "attachment; filename=\"" + request.name() + ".zip\""),
                    zip))
        .orElseGet(() -> error(request, 404, "NoSuchKey", "The specified key does not exist."));
  }

  private Exchange.Answer refusal(AdminRequest request, String expires) {
    boolean expired =
        expires.matches("[0-9]{1,12}")
            && !parts.machine().instant().isBefore(Instant.ofEpochSecond(Long.parseLong(expires)));
    if (expires.isEmpty() || expired) {
      return error(request, 403, "AccessDenied", expired ? "Request has expired" : "Access Denied");
    }
    return error(
        request,
        403,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.");
  }

  private static Exchange.Answer error(
      AdminRequest request, int status, String code, String message) {
    return new S3Answers(request.exchange()).of(status, code, message, Map.of(), Map.of());
  }
}
