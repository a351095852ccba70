package io.pushsim.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A connection over which any bytes can be sent, and HTTP answers be read. */
public final class RawConnection implements AutoCloseable {
  private final Socket socket = new Socket();
  private final InputStream in;

  /**
   * An answer.
   *
   * @param headers by their names in lower case
   */
  public record Answer(int status, Map<String, String> headers, String body) {
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  public RawConnection(int port) throws IOException {
    this(port, 0);
  }

  /**
   * @param receiveBuffer how many bytes of answers the system takes before they are read; 0 for as
   *     many as usual
   */
  public RawConnection(int port, int receiveBuffer) throws IOException {
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(10_000);
    in = socket.getInputStream();
  }

  public RawConnection send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawConnection send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  public void shutdownOutput() throws IOException {
    socket.shutdownOutput();
  }

  public void timeout(Duration timeout) throws IOException {
    socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
  }

  /** Closes so that the other side is told of a broken connection. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** The next answer. */
  public Answer read() throws IOException {
    return read("GET").orElseThrow(() -> new IOException("closed without an answer"));
  }

  /** All that comes until the server closes, as it comes. */
  public String readToEnd() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** The next so many bytes, or those that come before the server closes. */
  public String readText(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  /** What has come, at least a byte; nothing where the connection is closed. */
  public String readSome() throws IOException {
    byte[] some = new byte[64 * 1024];
    int count = in.read(some);
    return count < 0 ? "" : new String(some, 0, count, StandardCharsets.ISO_8859_1);
  }

  /**
   * The next answer, or none if the connection is closed instead.
   *
   * @param method of the request, since an answer to HEAD has no body
   * @throws SocketTimeoutException where neither happens in time
   */
  public Optional<Answer> read(String method) throws IOException {
    String line = line();
    if (line.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).trim());
    }
    int status = Integer.parseInt(line.substring(9, 12));
    int length =
        method.equals("HEAD") ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new IOException("the answer ended after %d of %d bytes".formatted(body.length, length));
    }
    return Optional.of(new Answer(status, headers, new String(body, StandardCharsets.UTF_8)));
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /** Whether the connection has been closed, with all answers read. */
  public boolean isClosed() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
