package io.pushsim.check.endpoint;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** Who asks, and in which region, where the command line does not say it. */
interface Caller {

  /**
   * What requests are signed with.
   *
   * @throws EndpointException where none are set
   */
  AwsCredentialsProvider credentials();

  /**
   * Where the functions are.
   *
   * @throws EndpointException where none is set
   */
  Region region();

  /** Whoever the AWS SDK finds. */
  static Caller ofSdk() {
    return new OfSdk();
  }

  /**
   * Whoever is set up on this machine, else anybody: a pushsim on loopback takes all keys. The
   * metadata service of a machine in the cloud is not asked; where there is none, that takes
   * seconds.
   */
  static Caller ofLoopback() {
    return new OfLoopback();
  }

  /** Goes by the SDK's default chains. */
  record OfSdk() implements Caller {
    @Override
    public AwsCredentialsProvider credentials() {
      AwsCredentialsProvider found = DefaultCredentialsProvider.builder().build();
      try {
        found.resolveCredentials();
        return found;
      } catch (SdkClientException none) {
        throw new EndpointException(
            "needs credentials, and none are set: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE");
      }
    }

    @Override
    public Region region() {
      try {
        return DefaultAwsRegionProviderChain.builder().build().getRegion();
      } catch (SdkClientException none) {
        throw new EndpointException(
            "is asked in a region, and none is set: give --region, or set AWS_REGION");
      }
    }
  }

  /** Goes by what is set up on the machine. */
  record OfLoopback() implements Caller {
    /** The region of a pushsim that is not told another. */
    private static final Region REGION = Region.US_EAST_1;

    private static final AwsCredentialsProvider ANYBODY =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("pushsim", "pushsim"));

    @Override
    public AwsCredentialsProvider credentials() {
      return AwsCredentialsProviderChain.of(
          SystemPropertyCredentialsProvider.create(),
          EnvironmentVariableCredentialsProvider.create(),
          ProfileCredentialsProvider.create(),
          ANYBODY);
    }

    @Override
    public Region region() {
      AwsRegionProvider found =
          new AwsRegionProviderChain(
              new SystemSettingsRegionProvider(), new AwsProfileRegionProvider());
      try {
        Region region = found.getRegion();
        return region == null ? REGION : region;
      } catch (SdkClientException none) {
        return REGION;
      }
    }
  }
}
