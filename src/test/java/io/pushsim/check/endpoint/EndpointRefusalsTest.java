package io.pushsim.check.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an endpoint may refuse, and what is read all the same. */
class EndpointRefusalsTest {
  private static final String FUNCTIONS = "GET /2015-03-31/functions";
  private static final String ARN = "arn:aws:lambda:us-west-2:111111111111:function:helloworld";

  private final AnsweringEndpoint endpoint = new AnsweringEndpoint();

  @AfterEach
  void closeEndpoint() {
    endpoint.close();
  }

  @Test
  void takesAPolicyForUnknown_whenItIsDenied() {
    helloworld();
    endpoint.at(policyOf("helloworld")).with(403, "{\"Message\": \"no\"}", "AccessDeniedException");

    Gathering gathering = read();

    assertThat(problems(gathering))
        .containsExactly(
            endpoint.uri()
                + " GetPolicy helloworld: is denied (AccessDeniedException): allow the caller"
                + " lambda:GetPolicy, or go without it");
    SetUp setUp = gathering.setUp().build();
    assertThat(setUp.functions()).hasSize(1);
    assertThat(setUp.policies()).isEmpty();
    DeclaredGrant grant = setUp.grants().get(0);
    assertThat(grant.target()).isEqualTo(Text.of(ARN));
    assertThat(grant.principal()).isEqualTo(Text.of("s3.amazonaws.com"));
    assertThat(grant.sourceArn().orElseThrow().symbols())
        .extracting(Symbol::remedy)
        .containsExactly("Allow the caller lambda:GetPolicy on helloworld.");
  }

  @Test
  void takesAnyAliasToBeThere_whenTheirListIsDenied() {
    helloworld();
    endpoint
        .at(FUNCTIONS + "/helloworld/aliases")
        .with(403, "{\"Message\": \"no\"}", "AccessDeniedException");

    Gathering gathering = read();

    assertThat(gathering.problems()).hasSize(1);
    assertThat(gathering.setUp().build().aliases())
        .singleElement()
        .satisfies(alias -> assertThat(alias.name().isKnown()).isFalse());
  }

  @Test
  void knowsThatThereIsNoPolicy_whenItIsNotFound() {
    helloworld();

    Gathering gathering = read();

    assertThat(gathering.problems()).isEmpty();
    assertThat(gathering.setUp().build().grants()).isEmpty();
  }

  @Test
  void takesAPolicyForUnknown_whenItIsNoPolicy() {
    helloworld();
    endpoint.at(policyOf("helloworld")).with(200, "{\"Policy\": \"{\\\"Statement\\\": 7}\"}");

    Gathering gathering = read();

    assertThat(problems(gathering))
        .singleElement()
        .asString()
        .contains("GetPolicy helloworld: answers a policy that cannot be read: Statement 1 is '7'");
    assertThat(gathering.setUp().build().grants()).hasSize(1);
  }

  @Test
  void readsTheBuckets_whenFunctionsAreDenied() {
    endpoint.at(FUNCTIONS).with(403, "{}", "AccessDeniedException");
    bucket("uploads");
    endpoint.at("GET /uploads?location").with(200, "<LocationConstraint>EU</LocationConstraint>");
    endpoint.at("GET /uploads?notification").with(200, "<NotificationConfiguration/>");

    Gathering gathering = read();

    assertThat(problems(gathering))
        .singleElement()
        .asString()
        .contains("ListFunctions: is denied")
        .contains("lambda:ListFunctions");
    assertThat(gathering.setUp().build().buckets())
        .singleElement()
        .satisfies(
            bucket -> {
              assertThat(bucket.owner()).isEqualTo(Text.of("111111111111"));
              assertThat(bucket.region()).isEqualTo(Text.of("eu-west-1"));
            });
  }

  @Test
  void doesNotKnowTheRegionOfABucket_whenThatIsDenied() {
    bucket("uploads");
    endpoint
        .at("GET /uploads?location")
        .with(403, "<Error><Code>AccessDenied</Code><Message>no</Message></Error>");
    endpoint.at("GET /uploads?notification").with(200, "<NotificationConfiguration/>");

    Gathering gathering = read();

    assertThat(problems(gathering))
        .containsExactly(
            endpoint.uri()
                + " GetBucketLocation uploads: is denied (AccessDenied): allow the caller"
                + " s3:GetBucketLocation, or go without it");
    assertThat(gathering.setUp().build().buckets().get(0).region().symbols())
        .extracting(Symbol::kind)
        .containsExactly(Symbol.Kind.REGION);
  }

  @Test
  void takesTheGivenAccount_whenTheEndpointDoesNotKnowTheCallers() {
    endpoint.at("POST /").with(501, "<Error><Code>NotImplemented</Code></Error>");
    bucket("uploads");
    endpoint.at("GET /uploads?location").with(200, "<LocationConstraint/>");
    endpoint.at("GET /uploads?notification").with(200, "<NotificationConfiguration/>");

    Gathering gathering =
        read(new Deployment(Optional.of("222222222222"), Optional.of("us-west-2"), Map.of()));

    assertThat(problems(gathering))
        .singleElement()
        .asString()
        .contains("GetCallerIdentity: is not known to this endpoint");
    assertThat(gathering.setUp().build().buckets())
        .singleElement()
        .satisfies(
            bucket -> {
              assertThat(bucket.owner()).isEqualTo(Text.of("222222222222"));
              assertThat(bucket.region()).isEqualTo(Text.of("us-east-1"));
            });
  }

  @Test
  void asksNothingMore_whenTheCredentialsAreWrong() {
    endpoint
        .at("POST /")
        .with(
            403,
            "<ErrorResponse><Error><Code>InvalidClientTokenId</Code><Message>no</Message></Error>"
                + "</ErrorResponse>");

    Gathering gathering = read();

    assertThat(gathering.problems())
        .containsExactly(
            Problem.ofFile(
                endpoint.uri().toString(),
                "does not take the credentials (InvalidClientTokenId): set AWS_ACCESS_KEY_ID and"
                    + " AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, to ones that it knows"));
    assertThat(endpoint.requests()).containsExactly("POST /");
  }

  @Test
  void asksAgain_whenItIsThrottled() {
    helloworld();
    endpoint
        .at(policyOf("helloworld"))
        .with(429, "{}", "TooManyRequestsException")
        .with(404, "{}", "ResourceNotFoundException");

    Gathering gathering = read();

    assertThat(gathering.problems()).isEmpty();
    assertThat(endpoint.requests()).filteredOn(policyOf("helloworld")::equals).hasSize(2);
  }

  @Test
  void saysThatAnAnswerIsNoneOfAws() {
    endpoint.at(FUNCTIONS).with(200, "<html>");

    assertThat(problems(read()))
        .singleElement()
        .asString()
        .startsWith(endpoint.uri() + " ListFunctions: is answered in no form of AWS's (");
  }

  @Test
  void tellsRefusalsInSum_whenTheyAreMany() {
    List<String> names = IntStream.range(0, 25).mapToObj("function-%02d"::formatted).toList();
    functions(names);
    names.forEach(name -> endpoint.at(policyOf(name)).with(403, "{}", "AccessDeniedException"));

    List<String> problems = problems(read());

    assertThat(problems).hasSize(11);
    assertThat(problems.get(0)).contains("GetPolicy function-00");
    assertThat(problems.get(10)).isEqualTo(endpoint.uri() + ": GetPolicy failed 15 times more");
  }

  private void helloworld() {
    functions(List.of("helloworld"));
  }

  private void functions(List<String> names) {
    String listed =
        names.stream()
            .map(
                name ->
                    "{\"FunctionName\": \"%s\", \"FunctionArn\": \"%s\"}"
                        .formatted(name, ARN.replace("helloworld", name)))
            .collect(Collectors.joining(", "));
    endpoint.at(FUNCTIONS).with(200, "{\"Functions\": [%s]}".formatted(listed));
    for (String name : names) {
      endpoint.at(FUNCTIONS + "/" + name + "/versions").with(200, "{\"Versions\": []}");
      endpoint.at(FUNCTIONS + "/" + name + "/aliases").with(200, "{\"Aliases\": []}");
    }
  }

  private static String policyOf(String function) {
    return FUNCTIONS + "/" + function + "/policy";
  }

  private void bucket(String name) {
    endpoint
        .at("GET /")
        .with(
            200,
            "<ListAllMyBucketsResult><Buckets><Bucket><Name>%s</Name></Bucket></Buckets></ListAllMyBucketsResult>"
                .formatted(name));
  }

  private static List<String> problems(Gathering gathering) {
    return gathering.problems().stream().map(Problem::toString).toList();
  }

  private Gathering read() {
    return read(new Deployment(Optional.empty(), Optional.of("us-west-2"), Map.of()));
  }

  private Gathering read(Deployment deployment) {
    Gathering gathering = new Gathering(deployment);
    EndpointReader.read(endpoint.uri(), gathering);
    return gathering;
  }
}
