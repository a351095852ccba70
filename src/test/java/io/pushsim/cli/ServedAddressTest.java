package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where clients and S3 servers are told that pushsim is. */
class ServedAddressTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:4580, http://127.0.0.1:4580/_pushsim/events",
    "localhost, http://localhost:4580, http://localhost:4580/_pushsim/events",
    "::1, http://[::1]:4580, http://[::1]:4580/_pushsim/events",
    "[::1], http://[::1]:4580, http://[::1]:4580/_pushsim/events",
    "0.0.0.0, http://0.0.0.0:4580, http://<this machine's name>:4580/_pushsim/events",
    "[::], http://[::]:4580, http://<this machine's name>:4580/_pushsim/events"
  })
  void isWrittenAsClientsReadIt(String host, String endpoint, String webhook) {
    ServedAddress address = new ServedAddress(host, 4580);

    assertThat(address.endpoint()).isEqualTo(endpoint);
    assertThat(address.webhook()).isEqualTo(webhook);
  }
}
