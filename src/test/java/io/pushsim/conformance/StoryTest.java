package io.pushsim.conformance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A story must notice what is not as recorded. */
class StoryTest {
  private static final String RECORDED = "TestLambdaRevisions::test_function_revisions_permissions";
  private static final String ANSWER = "add_permission_revision_exception";

  @Test
  void noticesAnotherMember() {
    assertThatThrownBy(
            () ->
                tell(
                    script -> {},
                    refused -> {
                      ObjectNode fields = refused.fields().deepCopy().put("Reason", "none");
                      return with(refused, fields, refused.length(), refused.headers());
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(ANSWER + ".Reason was not recorded");
  }

  @Test
  void noticesAnotherCaseOfAKey() {
    assertThatThrownBy(
            () ->
                tell(
                    script -> {},
                    refused -> {
                      ObjectNode fields = refused.fields().deepCopy();
                      fields.set("Message", fields.remove("message"));
                      return with(refused, fields, refused.length(), refused.headers());
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(ANSWER + ".message is missing");
  }

  @Test
  void noticesAnotherLength() {
    assertThatThrownBy(
            () ->
                tell(
                    script -> {},
                    refused -> with(refused, refused.fields(), 150, refused.headers())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a body of 150 bytes, recorded were 149");
  }

  @Test
  void noticesAnotherHeader() {
    Map<String, String> headers =
        Map.of(
            "content-length", "149",
            "content-type", "text/plain",
            "x-amzn-errortype", "PreconditionFailedException",
            "x-amzn-requestid", "9f89d509-063e-4b8c-a3ae-1848cc7c0701",
            "date", "today");

    assertThatThrownBy(
            () ->
                tell(
                    script -> {},
                    refused -> with(refused, refused.fields(), refused.length(), headers)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("HTTPHeaders.content-type is \"text/plain\"")
        .hasMessageNotContaining("x-amzn-requestid")
        .hasMessageNotContaining("date");
  }

  @Test
  void noticesThatADifferenceIsGone() {
    assertThatThrownBy(
            () ->
                tell(
                    script -> script.putObject("different").put(ANSWER, "for a test"),
                    refused -> refused))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("although the script says that it differs");
  }

  @Test
  void noticesAnAnswerThatNoCallIsHeldAgainst() {
    assertThatThrownBy(
            () -> tell(script -> script.withArray("steps").remove(1), refused -> refused))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(ANSWER);
  }

  private static void tell(Consumer<ObjectNode> change, UnaryOperator<Reply.Refused> replies) {
    Script script =
        Script.of("revisions")
            .filter(each -> each.test().endsWith(RECORDED))
            .findFirst()
            .orElseThrow();
    change.accept((ObjectNode) script.yaml());
    try (Service service = new InProcess(Duration.ZERO)) {
      new Story(script, new Changing(service, replies)).tell();
    }
  }

  private static Reply.Refused with(
      Reply.Refused refused, ObjectNode fields, int length, Map<String, String> headers) {
    return new Reply.Refused(
        refused.status(), refused.code(), refused.modelled(), fields, length, headers);
  }

  /** A service some of whose errors come back changed. */
  private record Changing(Service service, UnaryOperator<Reply.Refused> replies)
      implements Service {
    @Override
    public Reply call(String operation, ObjectNode parameters) {
      Reply reply = service.call(operation, parameters);
      return reply instanceof Reply.Refused refused ? replies.apply(refused) : reply;
    }

    @Override
    public void awaitSettled(String function) {
      service.awaitSettled(function);
    }

    @Override
    public void pass(Duration duration) {
      service.pass(duration);
    }

    @Override
    public void close() {
      service.close();
    }
  }
}
