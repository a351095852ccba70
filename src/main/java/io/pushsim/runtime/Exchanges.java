package io.pushsim.runtime;

import io.pushsim.runtime.Network.Call;
import io.pushsim.runtime.Network.Failure;
import io.pushsim.runtime.Network.Header;
import io.pushsim.runtime.Network.Listener;
import io.pushsim.runtime.Network.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP requests that a process has under way, by the ids under which JavaScript knows them.
 * What comes of them waits here until the process's event loop takes it. Only {@link #abortAll} and
 * the listeners may be called by other threads than the one that runs the process.
 */
final class Exchanges {
  /** As many files may be open in a process on Lambda (Lambda quotas, "File descriptors"). */
  private static final int MOST = 1024;

  private final Network network;
  private final EventLoop loop;
  private final Runnable whenSomethingComes;
  private final Map<Integer, Call> calls = new ConcurrentHashMap<>();
  private final Queue<Event> events = new ConcurrentLinkedQueue<>();
  private byte[] part = new byte[0];
  private volatile boolean closed;
  private int lastId;

  /** What JavaScript is told of. */
  enum Kind {
    CONNECTED("connected"),
    CONTINUED("continued"),
    DRAINED("drain"),
    ANSWERED("response"),
    RECEIVED("data"),
    ENDED("end"),
    FAILED("error");

    final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /**
   * Something that came.
   *
   * @param number the status, or how long the part is
   * @param first the status's message, or the failure's code
   * @param second the header's lines, or the failure's message
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Event(int id, Kind kind, int number, String first, String second, byte[] part) {}

  /**
   * @param whenSomethingComes told, on any thread, that the process has something to do
   */
  Exchanges(Network network, EventLoop loop, Runnable whenSomethingComes) {
    this.network = network;
    this.loop = loop;
    this.whenSomethingComes = whenSomethingComes;
  }

  void addTo(HostFunctions functions) {
    functions.owned("httpBegin", this::begin);
    functions.owned("httpWrite", values -> call(values).write(GuestBytes.read(values, 1)));
    functions.procedure("httpEnd", values -> call(values).end());
    functions.procedure("httpRead", values -> call(values).read());
    functions.procedure("httpAbort", values -> forget(values[0].asInt()).abort());
    functions.procedure(
        "httpPart",
        values -> GuestBytes.write(values[0], values[1].asLong(), part, 0, part.length));
  }

  /**
   * Whether it is secure, the host, the port, the method, the target, and the headers: names and
   * values in turn, each on a line. Answers the request's id, or null where there are too many.
   */
  private @Nullable Object begin(Value[] values) {
    if (closed || calls.size() >= MOST) {
      return null;
    }
    int id = ++lastId;
    Request request =
        new Request(
            values[0].asBoolean(),
            values[1].asString(),
            values[2].asInt(),
            values[3].asString(),
            values[4].asString(),
            headers(values[5].asString()));
    loop.open();
    calls.put(id, Call.OVER);
    Call call = network.begin(request, new Incoming(id));
    calls.put(id, call);
    if (closed) {
      call.abort();
    }
    return id;
  }

  private static List<Header> headers(String lines) {
    List<Header> headers = new ArrayList<>();
    String[] texts = lines.split("\n", -1);
    for (int i = 0; i + 1 < texts.length; i += 2) {
      headers.add(new Header(texts[i], texts[i + 1]));
    }
    return headers;
  }

  private static String lines(List<Header> headers) {
    StringBuilder lines = new StringBuilder();
    headers.forEach(
        header -> lines.append(header.name()).append('\n').append(header.value()).append('\n'));
    return lines.toString();
  }

  private Call call(Value[] values) {
    return calls.getOrDefault(values[0].asInt(), Call.OVER);
  }

  private Call forget(int id) {
    Call call = calls.remove(id);
    if (call == null) {
      return Call.OVER;
    }
    loop.close();
    return call;
  }

  /** Takes what came first, of those that JavaScript still waits for; null where nothing did. */
  @Nullable Event take() {
    for (Event event = events.poll(); event != null; event = events.poll()) {
      if (!calls.containsKey(event.id())) {
        continue;
      }
      if (event.kind() == Kind.ENDED || event.kind() == Kind.FAILED) {
        forget(event.id());
      }
      part = event.part();
      return event;
    }
    return null;
  }

  /** The process is no more: nothing is waited for. */
  void abortAll() {
    closed = true;
    events.clear();
    calls.values().forEach(Call::abort);
  }

  /** Puts what comes of one request into the queue. */
  private final class Incoming implements Listener {
    private final int id;

    Incoming(int id) {
      this.id = id;
    }

    private void came(Kind kind, int number, String first, String second, byte[] bytes) {
      if (!closed) {
        events.add(new Event(id, kind, number, first, second, bytes));
        whenSomethingComes.run();
      }
    }

    private void came(Kind kind, String first, String second) {
      came(kind, 0, first, second, new byte[0]);
    }

    @Override
    public void connected() {
      came(Kind.CONNECTED, "", "");
    }

    @Override
    public void continued() {
      came(Kind.CONTINUED, "", "");
    }

    @Override
    public void drained() {
      came(Kind.DRAINED, "", "");
    }

    @Override
    public void answered(int status, String message, List<Header> headers) {
      came(Kind.ANSWERED, status, message, lines(headers), new byte[0]);
    }

    @Override
    public void received(byte[] bytes) {
      came(Kind.RECEIVED, bytes.length, "", "", bytes);
    }

    @Override
    public void ended() {
      came(Kind.ENDED, "", "");
    }

    @Override
    public void failed(Failure failure) {
      came(Kind.FAILED, failure.code(), failure.message());
    }
  }
}
