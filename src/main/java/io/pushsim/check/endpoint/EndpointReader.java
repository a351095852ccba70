package io.pushsim.check.endpoint;

import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Reads the set-up of a running pushsim, or of any endpoint that speaks as AWS does: the functions
 * of the caller's account in one region, with versions, aliases and policies, and the account's
 * buckets with what they notify. It changes nothing there.
 */
public final class EndpointReader {
  private EndpointReader() {}

  /**
   * Reads it with the credentials that the AWS SDK finds, in the region of {@code --region} or else
   * the one that the SDK finds. What cannot be had becomes a problem; the rest is read all the
   * same.
   */
  public static void read(URI endpoint, Gathering gathering) {
    read(endpoint, Optional.empty(), gathering);
  }

  /**
   * @param credentials those to use in the place of what the SDK finds
   */
  static void read(
      URI endpoint, Optional<AwsCredentialsProvider> credentials, Gathering gathering) {
    try (Clients clients = Clients.open(endpoint, gathering.deployment().region(), credentials)) {
      survey(clients, new Calls(endpoint), gathering);
    } catch (EndpointException unusable) {
      gathering.problem(Problem.ofFile(endpoint.toString(), unusable.message()));
    }
  }

  private static void survey(Clients clients, Calls calls, Gathering gathering) {
    Findings about = new Findings();
    Optional<String> account = account(clients, calls, about);
    Text owner = account.map(Text::of).orElse(gathering.deployment().accountText());
    List<Findings> all = new ArrayList<>(List.of(about));
    try (Workers workers = new Workers()) {
      all.addAll(new FunctionSurvey(clients.lambda(), calls, workers).survey());
      all.addAll(new BucketSurvey(clients.s3(), calls, workers, owner).survey());
    }
    Findings.tell(all, endpointName(calls), gathering);
  }

  private static String endpointName(Calls calls) {
    return calls.endpoint().toString();
  }

  /** The caller's account; absent where the endpoint does not know it. */
  private static Optional<String> account(Clients clients, Calls calls, Findings findings) {
    return calls
        .ask(Call.GET_CALLER_IDENTITY, "", findings, () -> clients.sts().getCallerIdentity())
        .map(identity -> identity.account());
  }
}
