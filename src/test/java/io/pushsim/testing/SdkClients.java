package io.pushsim.testing;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The AWS SDK's clients for an endpoint of this machine, in the hands of one caller. */
public record SdkClients(URI endpoint, String region, String accessKey, String secretKey) {

  public LambdaClient lambda() {
    return configured(LambdaClient.builder()).build();
  }

  public S3Client s3() {
    return configured(S3Client.builder().forcePathStyle(true)).build();
  }

  /** A builder that knows as much as a client must to reach the endpoint. */
  public <B extends AwsClientBuilder<B, C>, C> B configured(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
  }
}
