package io.pushsim.outside;

import io.pushsim.testing.LiveServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Who calls an S3 server through pushsim: AWS's SDK for Java, and AWS's CLI. */
record S3People(S3Stand stand) {

  S3Client sdk() {
    return sdk(stand.secretKey(), builder -> {});
  }

  S3Client sdk(String secretKey, Consumer<S3ClientBuilder> more) {
    S3ClientBuilder builder =
        S3Client.builder()
            .forcePathStyle(true)
            .endpointOverride(stand.pushsim().endpoint())
            .region(Region.of(stand.region()))
            .credentialsProvider(credentials(secretKey));
    more.accept(builder);
    return builder.build();
  }

  S3Presigner presigner() {
    return S3Presigner.builder()
        .endpointOverride(stand.pushsim().endpoint())
        .region(Region.of(stand.region()))
        .credentialsProvider(credentials(stand.secretKey()))
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  private StaticCredentialsProvider credentials(String secretKey) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(stand.accessKey(), secretKey));
  }

  AwsCli cli(Path folder) {
    Map<String, String> environment =
        new Caller(stand.pushsim().endpoint(), LiveServer.ACCOUNT, stand.region()).environment();
    environment.put("AWS_ACCESS_KEY_ID", stand.accessKey());
    environment.put("AWS_SECRET_ACCESS_KEY", stand.secretKey());
    return AwsCli.of(environment, folder);
  }
}
