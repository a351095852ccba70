package io.pushsim.eventsource.listen;

import io.minio.Http;
import io.minio.ListenBucketNotificationArgs;
import io.minio.MinioAsyncClient;
import io.pushsim.error.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The MinIO client, for one listen stream at a time, whose lines it hands out as they are: the
 * client's own iterator keeps neither the records as they were written nor why a stream ended.
 */
final class ListenClient extends MinioAsyncClient {
  private final ListenedServer server;
  private final Current current;
  // Of the listening thread alone.
  private List<String> names = ListenEvents.NAMES;

  /** The call that is under way, or was last, and what was answered to it. */
  private static final class Current extends EventListener {
    private volatile @Nullable Call call;
    private volatile int status;
    private volatile Runnable asked = () -> {};

    @Override
    public void callStart(Call started) {
      call = started;
    }

    @Override
    public void requestHeadersEnd(Call sent, Request request) {
      asked.run();
    }

    @Override
    public void responseHeadersEnd(Call answered, Response response) {
      status = response.code();
    }
  }

  ListenClient(ListenedServer server) {
    this(server, new Current());
  }

  private ListenClient(ListenedServer server, Current current) {
    super(
        MinioAsyncClient.builder()
            .endpoint(server.endpoint().toString())
            .credentials(server.accessKey(), server.secretKey())
            .region(server.region())
            .httpClient(http(current), true)
            .build());
    this.server = server;
    this.current = current;
  }

  /** Without a limit on how long nothing may come: that is supervised by who listens. */
  private static OkHttpClient http(EventListener current) {
    return new OkHttpClient.Builder()
        .readTimeout(0, TimeUnit.MILLISECONDS)
        .followRedirects(false)
        .eventListener(current)
        .build();
  }

  /**
   * Opens the stream of a bucket; waits until the server answers, which it does with the first
   * event or sign of life.
   *
   * @param pingSeconds how often the server is to give a sign of life
   * @param asked runs once the server has been reached and asked
   * @throws ListenRefusal where the server does not let it listen
   * @throws IOException where it cannot be reached, or the call was cancelled
   */
  InputStream open(String bucket, long pingSeconds, Runnable asked)
      throws IOException, ListenRefusal {
    current.asked = asked;
    try {
      return open(bucket, pingSeconds, names);
    } catch (ListenRefusal refusal) {
      if (!refusal.isOfNames() || names.equals(ListenEvents.OF_OLD_RELEASES)) {
        throw refusal;
      }
      names = ListenEvents.OF_OLD_RELEASES;
      return open(bucket, pingSeconds, names);
    }
  }

  private InputStream open(String bucket, long pingSeconds, List<String> events)
      throws IOException, ListenRefusal {
    Http.QueryParameters query = new Http.QueryParameters("prefix", "", "suffix", "");
    events.forEach(name -> query.put("events", name));
    ListenBucketNotificationArgs args =
        ListenBucketNotificationArgs.builder()
            .bucket(bucket)
            .events(events.toArray(String[]::new))
            .extraQueryParams(Map.of("ping", Long.toString(pingSeconds)))
            .build();
    try {
      return events(executeGetAsync(args, null, query).join());
    } catch (CompletionException e) {
      Throwable cause = Failures.cause(e);
      if (cause instanceof IOException unreachable) {
        throw unreachable;
      }
      throw ListenRefusal.of(cause, current.status, bucket, server);
    }
  }

  /** A server without the listen API takes the request for a list of the bucket's objects. */
  private InputStream events(Response response) throws ListenRefusal {
    String type = Optional.ofNullable(response.header("Content-Type")).orElse("");
    if (!type.startsWith("text/event-stream")) {
      response.close();
      throw ListenRefusal.noListenApi(
          type.isEmpty() ? "answers without saying with what" : "answers with " + type);
    }
    return response.body().byteStream();
  }

  /** Ends the stream, or the attempt to open it, and lets none begin; any thread may. */
  @Override
  public void close() {
    super.close();
    cancel();
  }

  /** Ends the stream, or the attempt to open it; any thread may. */
  void cancel() {
    Call call = current.call;
    if (call != null) {
      call.cancel();
    }
  }
}
