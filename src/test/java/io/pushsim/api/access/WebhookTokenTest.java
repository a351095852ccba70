package io.pushsim.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTokenTest {
  @ParameterizedTest
  @CsvSource({
    "s3cret, Bearer s3cret",
    "s3cret, bearer s3cret",
    "s3cret, s3cret",
    "' s3cret ', Bearer s3cret",
    "Bearer s3cret, Bearer s3cret",
    "Bearer s3cret, s3cret",
    "Basic dTpw, Basic dTpw",
    "Basic dTpw, BASIC  dTpw",
    "Token x, Token x"
  })
  void takesWhatMinioSends(String configured, String sent) {
    assertThatCode(() -> WebhookToken.of(configured).check(head(sent))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "s3cret, Bearer S3cret",
    "s3cret, Bearer s3cre",
    "s3cret, Bearer s3crett",
    "s3cret, Bearer",
    "s3cret, Basic s3cret",
    "s3cret, Bearer s3cret x",
    "s3cret, ''",
    "Basic dTpw, dTpw",
    "Basic dTpw, Bearer dTpw",
    "Basic dTpw, Basic"
  })
  void refusesAnythingElse(String configured, String sent) {
    assertThatThrownBy(() -> WebhookToken.of(configured).check(head(sent)))
        .isInstanceOfSatisfying(
            SimulatorException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
              assertThat(e.message()).contains("--webhook-token").doesNotContain("s3cret");
            });
  }

  @Test
  void refusesNoHeaderOrTwo() {
    WebhookToken token = WebhookToken.of("s3cret");
    RequestHead twice =
        Requests.of("POST", "/", "Authorization: Bearer s3cret", "Authorization: Bearer s3cret");

    assertThatThrownBy(() -> token.check(Requests.of("POST", "/")))
        .isInstanceOf(SimulatorException.class);
    assertThatThrownBy(() -> token.check(twice)).isInstanceOf(SimulatorException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "three words here", "tökén", "a\nb"})
  void refusesTokensThatNobodyCanSend(String configured) {
    assertThatThrownBy(() -> WebhookToken.of(configured))
        .isInstanceOf(SimulatorException.class)
        .hasMessageStartingWith("--webhook-token is one word");
  }

  @Test
  void showsNoToken() {
    assertThat(WebhookToken.of("s3cret")).hasToString("WebhookToken[Bearer]");
  }

  private static RequestHead head(String authorization) {
    return Requests.of("POST", "/_pushsim/events", "Authorization: " + authorization);
  }
}
