package io.pushsim.api.front;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** The other end of the front, in a test's own hand: it says what bytes come and which go back. */
final class Backend implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final ServerSocket listener;

  /** A connection that the front has made. */
  static final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    private Connection(Socket socket) throws IOException {
      this.socket = socket;
      socket.setSoTimeout(PATIENCE_MILLIS);
      in = socket.getInputStream();
    }

    /** A request's head up to and with the empty line. */
    String head() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("closed after: " + head.toString(StandardCharsets.ISO_8859_1));
        }
        head.write(next);
      }
      return head.toString(StandardCharsets.ISO_8859_1);
    }

    String body(int length) throws IOException {
      return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    Connection send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    }

    /** Reads on until the front closes, and tells whether it does in time. */
    boolean isClosedByFront() throws IOException {
      try {
        while (in.read() >= 0) {
          // What was under way does not matter.
        }
        return true;
      } catch (SocketTimeoutException e) {
        return false;
      } catch (IOException reset) {
        return true;
      }
    }

    /** Goes away. */
    void leave() throws IOException {
      socket.close();
    }

    @Override
    public void close() throws IOException {
      leave();
    }
  }

  Backend() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    listener.setSoTimeout(PATIENCE_MILLIS);
  }

  String address() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** The next connection. */
  Connection accept() throws IOException {
    return new Connection(listener.accept());
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
