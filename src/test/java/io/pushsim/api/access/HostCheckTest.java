package io.pushsim.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostCheckTest {
  private final HostCheck check =
      new HostCheck(
          "127.0.0.1",
          List.of("build-host", "*.s3.example", ".Dev.Example.", "10.1.2.3", "fe80::1"));

  @Test
  void takesAwsEndpointsAsHosts_butNoWebPageOfTheirs() {
    check.check(head("Host: examplebucket.s3.us-west-2.amazonaws.com"));
    check.check(head("Host: lambda.us-west-2.amazonaws.com:443"));

    assertThatThrownBy(
            () ->
                check.check(
                    head(
                        "Host: localhost",
                        "Origin: https://examplebucket.s3.us-west-2.amazonaws.com")))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("may not use pushsim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:4580",
        "LOCALHOST:1",
        "localhost.",
        "localhost:",
        "bucket.localhost:4580",
        "my.bucket.LocalHost.",
        "127.0.0.1",
        "127.0.0.1:65535",
        "127.1.2.3",
        "127.0.0.1.",
        "[::1]",
        "[::1]:4580",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "build-host:80",
        "s3.example",
        "my_bucket.s3.example:4580",
        "a.b.S3.Example",
        "dev.example",
        "x.dev.example",
        "10.1.2.3:4580",
        "[fe80:0::1]"
      })
  void takesItsOwnHosts(String host) {
    check.check(head("Host: " + host));
    check.check(head("Host: localhost", "Origin: http://" + host));
    check.check(head("Host: localhost", "Origin: HTTPS://" + host, "Sec-Fetch-Site: same-site"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "evillocalhost",
        "notdev.example",
        "evils3.example",
        "x.build-host",
        "x.10.1.2.3.example",
        "128.0.0.1",
        "0.0.0.0",
        "10.1.2.4",
        "[::2]",
        "[::]",
        "[::ffff:10.1.2.4]",
        "0x7f000001"
      })
  void refusesForeignHosts(String host) {
    SimulatorException asHost = refusal("Host: " + host);
    SimulatorException asOrigin = refusal("Host: localhost", "Origin: http://" + host);

    assertThat(asHost.code()).isEqualTo(ErrorCode.FOREIGN_HOST);
    assertThat(asHost.message()).contains("--allowed-host");
    assertThat(asOrigin.code()).isEqualTo(ErrorCode.FOREIGN_HOST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "localhost..",
        "local host",
        "user@localhost",
        "localhost:4580@evil.example",
        "http://localhost",
        "localhost/",
        "localhost:port",
        "localhost:-1",
        "localhost:65536",
        "localhost:123456",
        "localhost:4580:4580",
        "::1",
        "[::1",
        "[::1]x",
        "[::1]]",
        "[]",
        "[localhost]",
        "[127.0.0.1]",
        "[::1%lo]",
        "[::g]",
        "127.1",
        "2130706433",
        "127.0.0.01",
        "127.0.0.256",
        "127.0.0.1.1",
        "löcalhost",
        "localhost,localhost",
        "%6cocalhost",
        "-.-..localhost"
      })
  void refusesWhatIsNoHost(String host) {
    assertThat(refusal("Host: " + host).code()).isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(refusal("Host: localhost", "Origin: http://" + host).code())
        .isEqualTo(ErrorCode.FOREIGN_HOST);
  }

  @Test
  void refusesRequestsWithoutHostOrWithTwo() {
    assertThat(refusal("Accept: */*").message()).contains("no Host header");
    assertThat(refusal("Host: localhost", "host: localhost").code())
        .isEqualTo(ErrorCode.INVALID_INPUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "localhost",
        "file://",
        "chrome-extension://localhost",
        "http://localhost http://evil.example",
        "http://localhost/path",
        "://localhost",
        "http:localhost"
      })
  void refusesOriginsThatAreNoPageOfItsOwn(String origin) {
    assertThat(refusal("Host: localhost", "Origin: " + origin).code())
        .isEqualTo(ErrorCode.FOREIGN_HOST);
  }

  @Test
  void refusesTwoOrigins() {
    assertThat(
            refusal("Host: localhost", "Origin: http://localhost", "Origin: http://localhost")
                .code())
        .isEqualTo(ErrorCode.FOREIGN_HOST);
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site, true",
    "Cross-Site, true",
    "same-site, false",
    "same-origin, false",
    "none, false"
  })
  void refusesWhatABrowserSendsForAnotherSite(String site, boolean refused) {
    RequestHead head = head("Host: localhost", "Sec-Fetch-Site: " + site);

    if (refused) {
      assertThatThrownBy(() -> check.check(head)).isInstanceOf(SimulatorException.class);
    } else {
      check.check(head);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "[::]"})
  void takesAnyAddressButNoName_whenBoundToAll(String boundTo) {
    HostCheck open = new HostCheck(boundTo, List.of());

    open.check(head("Host: 192.168.1.7:4580"));
    open.check(head("Host: [2001:db8::7]:4580"));
    assertThatThrownBy(() -> open.check(head("Host: evil.example")))
        .isInstanceOf(SimulatorException.class);
  }

  @Test
  void takesTheNameItIsBoundTo() {
    new HostCheck("Pushsim.Internal", List.of()).check(head("Host: pushsim.internal:4580"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "*.", ".", "name:4580", "http://name", "na me", "127.1", "*.*.x"})
  void refusesOptionsThatAreNoHosts(String name) {
    assertThatThrownBy(() -> new HostCheck("127.0.0.1", List.of(name)))
        .isInstanceOf(SimulatorException.class)
        .hasMessageStartingWith("--allowed-host '" + name + "' is no host");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, false, false",
    "127.8.8.8, false, false",
    "localhost, false, false",
    "LOCALHOST., false, false",
    "::1, false, false",
    "[::1], false, false",
    "0.0.0.0, true, true",
    "build-host, true, true"
  })
  void mayListen(String host, boolean credentials, boolean token) {
    BindRules.check(host, credentials, token);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, false, false, add --credentials FILE and --webhook-token TOKEN",
    "::, true, false, 'add --webhook-token TOKEN,'",
    "192.168.1.7, false, true, 'add --credentials FILE,'",
    "build-host, false, false, or stay on this machine with --host 127.0.0.1",
    "localhost.evil.example, true, false, 'add --webhook-token TOKEN,'",
    "no host, true, false, would run code for whoever asks"
  })
  void mayNotListen(String host, boolean credentials, boolean token, String message) {
    assertThatThrownBy(() -> BindRules.check(host, credentials, token))
        .isInstanceOf(SimulatorException.class)
        .hasMessageStartingWith("--host " + host + " lets other machines reach pushsim")
        .hasMessageContaining(message);
  }

  private SimulatorException refusal(String... headers) {
    SimulatorException refusal =
        catchThrowableOfType(SimulatorException.class, () -> check.check(head(headers)));
    assertThat(refusal).as("refusal of %s", List.of(headers)).isNotNull();
    return refusal;
  }

  private static RequestHead head(String... headers) {
    return Requests.of("GET", "/", headers);
  }
}
