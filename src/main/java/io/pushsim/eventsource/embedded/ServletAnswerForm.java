package io.pushsim.eventsource.embedded;

import io.pushsim.time.HttpDate;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer as s3proxy makes it, part by part. */
record ServletAnswerForm(HeldAnswer answer) implements InvocationHandler {
  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws IOException {
    Object[] given = arguments == null ? new Object[0] : arguments;
    return switch (method.getName()) {
      case "addHeader" -> done(() -> answer.add((String) given[0], String.valueOf(given[1])));
      case "setHeader" -> done(() -> answer.set((String) given[0], String.valueOf(given[1])));
      case "addDateHeader" ->
          done(
              () ->
                  answer.add(
                      (String) given[0], HttpDate.of(Instant.ofEpochMilli((Long) given[1]))));
      case "setContentType" -> done(() -> answer.set("Content-Type", (String) given[0]));
      case "setStatus" -> done(() -> answer.status((Integer) given[0]));
      // All that s3proxy writes as text is in UTF-8, and says so within.
      case "setCharacterEncoding" -> null;
      case "containsHeader" -> answer.header((String) given[0]).isPresent();
      case "getHeader" -> answer.header((String) given[0]).orElse(null);
      case "isCommitted" -> answer.hasBegun();
      case "getOutputStream" -> new Output(answer);
      case "getWriter" -> new PrintWriter(new Output(answer), false, StandardCharsets.UTF_8);
      case "sendError" -> throw refusal((Integer) given[0]);
      case "toString" -> "answer " + answer.status();
      default -> throw ServletForm.missing("an answer's " + method.getName());
    };
  }

  private static @Nullable Object done(Runnable action) {
    action.run();
    return null;
  }

  /** s3proxy does so where a header has a value that there is not. */
  private static ObjectRefusal refusal(int status) {
    return new ObjectRefusal(
        status, "InvalidArgument", "A header of the request has a value that S3 does not know.");
  }

  /** The body. */
  private static final class Output extends ServletOutputStream {
    private final HeldAnswer answer;

    Output(HeldAnswer answer) {
      this.answer = answer;
    }

    @Override
    public void write(int unit) throws IOException {
      write(new byte[] {(byte) unit}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      answer.write(bytes, start, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw ServletForm.missing("an answer's setWriteListener");
    }
  }
}
