package io.pushsim.runtime;

import java.util.List;

/**
 * What the HTTP requests of handlers reach. Safe for many threads; nothing of it blocks.
 *
 * <p>A handler's process is told of what comes in the order in which it comes, and holds the other
 * side up: an answer's body comes in parts, each when it is asked for.
 */
public interface Network {
  /** Reaches nothing. */
  Network NONE =
      (request, listener) -> {
        listener.failed(
            new Failure(
                "EACCES",
                "pushsim lets functions reach no network here: "
                    + request.host()
                    + ":"
                    + request.port()));
        return Call.OVER;
      };

  /**
   * Begins a request.
   *
   * @param listener told of what comes of it, on any thread, one call after another; in a replay on
   *     the thread that advances the time, and never before this has returned
   */
  Call begin(Request request, Listener listener);

  /**
   * The head of a request.
   *
   * @param secure whether it is made over TLS
   * @param host a name or an address, an IPv6 one without brackets
   * @param target the path and the query, as they are sent
   * @param headers in their order; they say how long the body is, or that it comes in chunks; there
   *     is no body where they do not
   */
  record Request(
      boolean secure, String host, int port, String method, String target, List<Header> headers) {
    public Request {
      headers = List.copyOf(headers);
    }
  }

  /** A line of a head. */
  record Header(String name, String value) {}

  /**
   * Why there is no answer, or no more of it.
   *
   * @param code Node.js's or the system's, such as {@code ECONNREFUSED}
   * @param message for whoever wrote the handler
   */
  record Failure(String code, String message) {}

  /** A request under way. */
  interface Call {
    /** One of which nothing comes any more. */
    Call OVER =
        new Call() {
          @Override
          public boolean write(byte[] part) {
            return true;
          }

          @Override
          public void end() {}

          @Override
          public void read() {}

          @Override
          public void abort() {}
        };

    /**
     * Sends a part of the body.
     *
     * @return whether there is room for more; if not, {@link Listener#drained} tells when there is
     */
    boolean write(byte[] part);

    /** The request is complete. */
    void end();

    /** Asks for the next part of the answer's body, or for its end. */
    void read();

    /** Nobody waits for it any more: the listener is told nothing from now on. */
    void abort();
  }

  /** Told of what comes of a request. Its methods return at once. */
  interface Listener {
    /** There is a connection, and the request goes over it; comes before all but a failure. */
    void connected();

    /** The other side asks for the body, as the request wanted it to ({@code Expect}). */
    void continued();

    /** There is room for more of the body. */
    void drained();

    /** The answer's head has come. */
    void answered(int status, String message, List<Header> headers);

    /** A part of the answer's body has come that was asked for. */
    void received(byte[] part);

    /** The answer's body is complete. */
    void ended();

    /** There will be no answer, or no more of it. */
    void failed(Failure failure);
  }
}
