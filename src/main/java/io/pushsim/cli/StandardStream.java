package io.pushsim.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * One of the process's output streams. Print writers swallow what goes wrong below them; here it
 * ends the command, as {@link Failure}.
 */
final class StandardStream extends OutputStream {

  /** The stream takes no more: its reader went away, or its disk is full. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(IOException cause) {
      super(cause.getMessage(), cause);
    }

    boolean isPipeClosed() {
      String message = String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
      return message.contains("broken pipe") || message.contains("pipe is being closed");
    }
  }

  private final OutputStream target;

  StandardStream(OutputStream target) {
    this.target = target;
  }

  /** A writer to the process's stdout, which the caller flushes. */
  static PrintWriter out(Charset charset) {
    return writer(new StandardStream(new FileOutputStream(FileDescriptor.out)), charset, false);
  }

  /** A writer to the process's stderr; a failure to complain is not complained of. */
  static PrintWriter err(Charset charset) {
    return writer(new FileOutputStream(FileDescriptor.err), charset, true);
  }

  private static PrintWriter writer(OutputStream stream, Charset charset, boolean autoFlush) {
    return new PrintWriter(new OutputStreamWriter(stream, charset), autoFlush);
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    try {
      target.write(octets, offset, length);
    } catch (IOException e) {
      throw new Failure(e);
    }
  }

  @Override
  public void flush() {
    try {
      target.flush();
    } catch (IOException e) {
      throw new Failure(e);
    }
  }
}
