package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.journal.CodeStore;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CodeKeeperTest {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Simulation simulation = new Simulation();
  private final CodeStore store = simulation.codeStore();
  private final CodeKeeper keeper =
      new CodeKeeper(
          store,
          simulation.state().functions(),
          simulation.time(),
          simulation.time(),
          Runnable::run,
          PAUSE);

  @Test
  void letsGo_whatNoFunctionHas() {
    String first = create("one");
    String second = update("two");
    keeper.start();

    simulation.time().advance(PAUSE.multipliedBy(2));

    assertThat(store.get(first)).isEmpty();
    assertThat(store.get(second)).isPresent();
  }

  @Test
  void keeps_whatAPublishedVersionHas() {
    String first = create("one");
    call("PublishVersion", "{'FunctionName':'f'}");
    update("two");
    keeper.start();

    simulation.time().advance(PAUSE.multipliedBy(3));

    assertThat(store.get(first)).isPresent();
  }

  @Test
  void keeps_whatWasPutJustNow() {
    keeper.start();
    simulation.time().advance(PAUSE.minusSeconds(1));
    store.put("new", "zip".getBytes(StandardCharsets.UTF_8));

    simulation.time().advance(Duration.ofSeconds(2));
    assertThat(store.get("new")).isPresent();

    simulation.time().advance(PAUSE.multipliedBy(2));
    assertThat(store.get("new")).isEmpty();
  }

  @Test
  void looksNoMore_whenClosed() {
    store.put("new", "zip".getBytes(StandardCharsets.UTF_8));
    keeper.start();
    keeper.close();

    simulation.time().advance(PAUSE.multipliedBy(5));

    assertThat(store.get("new")).isPresent();
  }

  private String create(String code) {
    return call(
        "CreateFunction",
        "{'FunctionName':'f','Runtime':'nodejs22.x','Handler':'index.handler',"
            + "'Role':'arn:aws:iam::111111111111:role/any','Code':{'ZipFile':'zip:"
            + code
            + "'}}");
  }

  private String update(String code) {
    return call("UpdateFunctionCode", "{'FunctionName':'f','ZipFile':'zip:" + code + "'}");
  }

  private String call(String operation, String parameters) {
    return simulation
        .call(operation, (ObjectNode) TestResource.json(parameters.replace('\'', '"')))
        .body()
        .path("CodeSha256")
        .asText();
  }
}
