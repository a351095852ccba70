package io.pushsim.eventsource.embedded;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3ProxyHandler;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/**
 * s3proxy's handlers of requests, as many as there are requests at once: each works on the store of
 * one request at a time. Safe for many threads.
 */
final class Handlers {
  private static final long LARGEST_OBJECT = 5L << 30;
  private static final int SKEW_SECONDS = 15 * 60;

  private final BlobStore initial;
  private final Deque<Handler> idle = new ConcurrentLinkedDeque<>();

  /**
   * @param initial what a handler has that works on nothing
   */
  Handlers(BlobStore initial) {
    this.initial = initial;
    idle.push(new Handler(initial));
  }

  /**
   * Lets one carry out a request.
   *
   * @param objects the store as the request sees it
   */
  void handle(
      HttpServletRequest request, HttpServletResponse answer, InputStream body, BlobStore objects)
      throws IOException {
    Handler known = idle.poll();
    Handler handler = known == null ? new Handler(initial) : known;
    try {
      handler.handle(request, answer, body, objects);
    } finally {
      idle.push(handler);
    }
  }

  /** One of them. For one thread at a time. */
  private static final class Handler {
    private final BlobStore initial;
    private final S3ProxyHandler handler;
    private BlobStore current;

    Handler(BlobStore initial) {
      this.initial = initial;
      current = initial;
      handler =
          new S3ProxyHandler(
              initial,
              AuthenticationType.NONE,
              null,
              null,
              null,
              LARGEST_OBJECT,
              EmbeddedS3.LARGEST_DOCUMENT,
              EmbeddedS3.LARGEST_DOCUMENT,
              false,
              null,
              null,
              SKEW_SECONDS);
      handler.setBlobStoreLocator((identity, bucket, key) -> AccessGrant.anonymous(current));
    }

    void handle(
        HttpServletRequest request, HttpServletResponse answer, InputStream body, BlobStore objects)
        throws IOException {
      current = objects;
      try {
        handler.doHandle(request, request, answer, body, new S3ProxyHandler.RequestContext());
      } finally {
        current = initial;
      }
    }
  }
}
