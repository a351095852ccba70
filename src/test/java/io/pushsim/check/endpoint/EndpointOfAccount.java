package io.pushsim.check.endpoint;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Reads a pushsim as one of its accounts: an access key of 12 digits is that account's. */
public final class EndpointOfAccount {
  private EndpointOfAccount() {}

  /** What is there for the account in the region. */
  public static Gathering read(URI endpoint, String account, String region) {
    Gathering gathering =
        new Gathering(new Deployment(Optional.of(account), Optional.of(region), Map.of()));
    EndpointReader.read(
        endpoint,
        Optional.of(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "secret"))),
        gathering);
    return gathering;
  }
}
