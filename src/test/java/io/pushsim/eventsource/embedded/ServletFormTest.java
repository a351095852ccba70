package io.pushsim.eventsource.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServletFormTest {
  private static final long FIFTH = Instant.parse("2026-11-05T01:02:03Z").toEpochMilli();

  private final ObjectCall call =
      new EmbeddedWorld(ObjectFiles.inMemory(0))
          .get("key")
          .with("If-Modified-Since", "Thu, 05 Nov 2026 01:02:03 GMT")
          .with("If-Unmodified-Since", "yesterday")
          .call();

  @Test
  void writesTwoDigits_whenTheDayOfADateHasOne() {
    HeldAnswer answer =
        new HeldAnswer(call, (status, headers) -> OutputStream.nullOutputStream(), () -> {});

    ServletForm.of(new ServletAnswerForm(answer)).addDateHeader("Last-Modified", FIFTH);

    assertThat(answer.header("Last-Modified")).contains("Thu, 05 Nov 2026 01:02:03 GMT");
  }

  @Test
  void readsDates() {
    HttpServletRequest request = ServletForm.of(new ServletRequestForm(call, call.headers()));

    assertThat(request.getDateHeader("if-modified-since")).isEqualTo(FIFTH);
    assertThat(request.getDateHeader("Date")).isEqualTo(-1);
    assertThatThrownBy(() -> request.getDateHeader("If-Unmodified-Since"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yesterday");
  }
}
