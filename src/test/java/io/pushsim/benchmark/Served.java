package io.pushsim.benchmark;

import io.pushsim.api.Zips;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, and what is asked of it. */
record Served(Process process, int port) implements AutoCloseable {
  private static final Path LAUNCHER = Path.of("target/pushsim/bin/pushsim");

  /** Ten a second: a large journal takes a while to be read. */
  private static final int MOST_TRIES = 1200;

  private static final Pattern COUNT = Pattern.compile("\"count\":([0-9]+)");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The built distribution's {@code serve}, with these options. */
  static Served pushsim(int port, String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(LAUNCHER.toString(), "serve", "--port", "" + port));
    command.addAll(List.of(options));
    return start(new ProcessBuilder(command), port);
  }

  /** The same with a heap of this size. */
  static Served pushsim(int port, Heap heap, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(LAUNCHER.toString(), "serve", "--port", "" + port));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PUSHSIM_JAVA_OPTS", "-Xmx" + heap.size());
    return start(builder, port);
  }

  /** The most that a heap may take, such as 512m. */
  record Heap(String size) {}

  /** A server that answers everything at once. */
  static Served bare(int port) throws IOException, InterruptedException {
    return start(
        new ProcessBuilder(
            "java",
            "-cp",
            System.getProperty("java.class.path"),
            BareServer.class.getName(),
            "" + port),
        port);
  }

  private static Served start(ProcessBuilder command, int port)
      throws IOException, InterruptedException {
    Served served =
        new Served(
            command
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start(),
            port);
    try {
      served.awaitAnswer();
    } catch (InterruptedException | RuntimeException e) {
      served.close();
      throw e;
    }
    return served;
  }

  private void awaitAnswer() throws InterruptedException {
    for (int i = 0; i < MOST_TRIES && process.isAlive(); i++) {
      try {
        send(HttpRequest.newBuilder(url("/2015-03-31/functions")).GET().build());
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("nothing answers on port " + port);
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** The function {@code helloworld} with this handler, published as version 1, alias PROD. */
  void createFunction(String handler) throws IOException, InterruptedException {
    post(
        "/2015-03-31/functions",
        """
        {"FunctionName":"helloworld","Runtime":"nodejs22.x","Handler":"helloworld.handler","Publish":true,
         "Role":"arn:aws:iam::111111111111:role/any","Code":{"ZipFile":"%s"}}"""
            .formatted(Base64.getEncoder().encodeToString(Zips.of("helloworld.js", handler))));
    post(
        "/2015-03-31/functions/helloworld/aliases",
        "{\"Name\":\"PROD\",\"FunctionVersion\":\"1\"}");
  }

  /** Whatever goes into examplebucket is pushed at PROD, which takes it. */
  void notifyProd() throws IOException, InterruptedException {
    String prod = "arn:aws:lambda:us-east-1:111111111111:function:helloworld:PROD";
    post(
        "/2015-03-31/functions/helloworld/policy?Qualifier=PROD",
        """
        {"StatementId":"s3","Principal":"s3.amazonaws.com","Action":"lambda:InvokeFunction",
         "SourceArn":"arn:aws:s3:::examplebucket","SourceAccount":"111111111111"}""");
    ask("PUT", "/examplebucket", "");
    ask(
        "PUT",
        "/examplebucket?notification",
        """
        <NotificationConfiguration><CloudFunctionConfiguration><CloudFunction>%s</CloudFunction>\
        <Event>s3:ObjectCreated:*</Event></CloudFunctionConfiguration></NotificationConfiguration>"""
            .formatted(prod));
  }

  void post(String path, String body) throws IOException, InterruptedException {
    ask("POST", path, body);
  }

  /** How many a list says that there are. */
  long count(String path) throws IOException, InterruptedException {
    Matcher count = COUNT.matcher(ask("GET", path, ""));
    if (!count.find()) {
      throw new IOException("no count in the answer of " + path);
    }
    return Long.parseLong(count.group(1));
  }

  /** The answer's body. */
  String ask(String method, String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(url(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The most memory that it has had resident, in MB. */
  long mostResident() throws IOException {
    return status("VmHWM");
  }

  /** The memory that it has resident now, in MB. */
  long resident() throws IOException {
    return status("VmRSS");
  }

  private long status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
