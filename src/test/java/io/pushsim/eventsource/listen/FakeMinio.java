package io.pushsim.eventsource.listen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An S3 server on loopback that answers each request as a script says: the first by the first, and
 * those after the last by the last.
 */
final class FakeMinio implements AutoCloseable {
  static final String PING = "{\"Records\":null}";

  private final ServerSocket server;
  private final List<Script> scripts;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();

  /** What happens to one request. */
  interface Script {
    void play(Answer answer) throws IOException, InterruptedException;
  }

  /** The answer to one request, on its way. */
  static final class Answer {
    private final Socket socket;
    private final OutputStream out;

    private Answer(Socket socket) throws IOException {
      this.socket = socket;
      this.out = socket.getOutputStream();
    }

    private void send(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    Answer begin() throws IOException {
      send(
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
      return this;
    }

    /** A line and its end, in a chunk of its own. */
    Answer line(String line) throws IOException {
      return part(line + "\n");
    }

    Answer part(String text) throws IOException {
      send("%x\r\n%s\r\n".formatted(text.getBytes(StandardCharsets.UTF_8).length, text));
      return this;
    }

    /** Ends the stream as HTTP has it. */
    void end() throws IOException {
      send("0\r\n\r\n");
    }

    /** Ends the connection. */
    void cut() throws IOException {
      socket.close();
    }

    /** Says nothing more until the other side has gone. */
    void stay() throws IOException {
      while (socket.getInputStream().read() >= 0) {
        Thread.onSpinWait();
      }
    }

    void answer(int status, String type, String body) throws IOException {
      send(
          "HTTP/1.1 %d Whatever\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(status, type, body.getBytes(StandardCharsets.UTF_8).length, body));
    }

    void error(int status, String code) throws IOException {
      answer(
          status,
          "application/xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>so it is</Message></Error>"
              .formatted(code));
    }
  }

  FakeMinio(Script... scripts) {
    this.scripts = List.of(scripts);
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::acceptAll, "fake-minio");
  }

  private static void start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        start(() -> serve(socket), "fake-minio-connection");
      }
    } catch (IOException e) {
      // Closing ends it so.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      while (true) {
        StringBuilder head = new StringBuilder();
        for (String line = in.readLine(); !"".equals(line); line = in.readLine()) {
          if (line == null) {
            return;
          }
          head.append(line).append('\n');
        }
        heads.add(head.toString());
        int number = requests.getAndIncrement();
        scripts.get(Math.min(number, scripts.size() - 1)).play(new Answer(socket));
      }
    } catch (IOException e) {
      // The other side has gone, or the script has ended the connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The heads of the requests that came. */
  List<String> heads() {
    return heads;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
