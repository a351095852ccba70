package io.pushsim.check.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.check.finding.FindingKind;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.template.Templates.Read;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates in which findings are planted, and their mended twins, are read whole. */
class PlantedFaultsTest {
  private static final String MARK = "# fault: ";

  private static String text(String name) throws IOException {
    try (InputStream in = PlantedFaultsTest.class.getResourceAsStream("/check/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static Map<Integer, String> faults(String text) {
    Map<Integer, String> faults = new LinkedHashMap<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int mark = lines[i].indexOf(MARK);
      if (mark >= 0) {
        faults.put(i + 1, lines[i].substring(mark + MARK.length()));
      }
    }
    return faults;
  }

  private static Set<Integer> lines(SetUp setUp) {
    return Stream.of(
            setUp.rules().stream().map(rule -> rule.origin()),
            setUp.grants().stream().map(grant -> grant.origin()),
            setUp.aliases().stream().map(alias -> alias.origin()))
        .flatMap(origins -> origins)
        .map(Origin::place)
        .map(place -> place.line())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloudformation.yaml", "sam.yaml"})
  void eachFaultIsMarkedWhereSomethingIsDeclared(String name) throws IOException {
    String text = text("broken/" + name);
    Read read = Templates.read(text);
    Map<Integer, String> faults = faults(text);

    assertThat(read.told()).isEmpty();
    assertThat(faults.values())
        .doesNotHaveDuplicates()
        .hasSize(20)
        .allMatch(id -> FindingKind.parse(id).isPresent());
    assertThat(lines(read.setUp())).containsAll(faults.keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cloudformation.yaml", "sam.yaml"})
  void theMendedTwinDeclaresTheSameRulesWithoutAFault(String name) throws IOException {
    Read mended = Templates.read(text("mended/" + name));

    assertThat(mended.told()).isEmpty();
    assertThat(faults(text("mended/" + name))).isEmpty();
    assertThat(mended.setUp().rules())
        .hasSameSizeAs(Templates.read(text("broken/" + name)).setUp().rules())
        .allMatch(rule -> rule.target().toString().endsWith(":PROD"));
  }
}
