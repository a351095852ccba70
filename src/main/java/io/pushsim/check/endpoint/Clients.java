package io.pushsim.check.endpoint;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/** The AWS SDK's clients for one endpoint, on one HTTP client. */
record Clients(StsClient sts, LambdaClient lambda, S3Client s3, SdkHttpClient http)
    implements AutoCloseable {
  static final Duration CONNECT = Duration.ofSeconds(5);
  static final Duration SILENCE = Duration.ofSeconds(30);

  /**
   * Clients that may call.
   *
   * @param region where it is given; else the one that the SDK finds
   * @param credentials where they are given; else those that the SDK finds
   * @throws EndpointException where the URL, the region or the credentials are missing
   */
  static Clients open(
      URI endpoint, Optional<String> region, Optional<AwsCredentialsProvider> credentials) {
    requireUrl(endpoint);
    boolean loopback = isLoopback(endpoint);
    Caller caller = loopback ? Caller.ofLoopback() : Caller.ofSdk();
    AwsCredentialsProvider known = credentials.orElseGet(caller::credentials);
    Region where = region.map(Region::of).orElseGet(caller::region);
    SdkHttpClient http = http(loopback);
    return new Clients(
        configured(StsClient.builder(), endpoint, where, known, http).build(),
        configured(LambdaClient.builder(), endpoint, where, known, http).build(),
        configured(S3Client.builder().forcePathStyle(true), endpoint, where, known, http).build(),
        http);
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder,
      URI endpoint,
      Region region,
      AwsCredentialsProvider credentials,
      SdkHttpClient http) {
    return builder
        .endpointOverride(endpoint)
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(http);
  }

  private static void requireUrl(URI endpoint) {
    String scheme = String.valueOf(endpoint.getScheme());
    boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    if (!web || endpoint.getHost() == null) {
      throw new EndpointException("is no endpoint: write a URL like http://127.0.0.1:4580");
    }
  }

  /** No proxy of the machine's stands between it and itself. */
  private static SdkHttpClient http(boolean loopback) {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(CONNECT)
        .socketTimeout(SILENCE)
        .proxyConfiguration(
            ProxyConfiguration.builder()
                .useSystemPropertyValues(!loopback)
                .useEnvironmentVariablesValues(!loopback)
                .build())
        .build();
  }

  static boolean isLoopback(URI endpoint) {
    String host = endpoint.getHost();
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    boolean isAddress = host.startsWith("[") || host.startsWith("127.");
    try {
      return isAddress && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException name) {
      return false;
    }
  }

  @Override
  public void close() {
    sts.close();
    lambda.close();
    s3.close();
    http.close();
  }
}
