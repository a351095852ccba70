package io.pushsim.outside;

import io.pushsim.policy.differential.AccessCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyDifferenceIT {
  @Test
  void dump() throws Exception {
    List<AccessCase> cases = AccessCase.generated(6, 30000).toList();
    Files.write(Path.of("/tmp/iamtry/cases.jsonl"), cases.stream().map(AccessCase::toJson).toList());
    Files.write(Path.of("/tmp/iamtry/ours.txt"), cases.stream().map(c -> c.decide().name()).toList());
  }
}
