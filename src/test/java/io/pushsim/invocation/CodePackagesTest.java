package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.function.CodeReference;
import io.pushsim.journal.CodeStore;
import io.pushsim.runtime.CodePackage;
import io.pushsim.testing.AnsweringEnvironment;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CodePackagesTest {
  private final CountingStore store = new CountingStore();
  private final CodePackages packages = new CodePackages(store);
  private final byte[] zip = AnsweringEnvironment.zipOf("one", "1");

  @Test
  void unzipsNothingAgain_whenThePackageWasChecked() {
    CodePackage checked = CodePackage.unzip(zip);

    CodeReference code = packages.add(checked, zip);

    assertThat(packages.get(code)).isSameAs(checked);
    assertThat(store.reads).isZero();
    assertThat(code).isEqualTo(new CodeReference(checked.codeSha256(), zip.length));
  }

  @Test
  void unzipsOnce_whenAnotherHasPutThePackageIntoTheStore() {
    CodePackage kept = CodePackage.unzip(zip);
    store.put(kept.codeSha256(), zip);
    CodeReference code = new CodeReference(kept.codeSha256(), zip.length);

    CodePackage first = packages.get(code);

    assertThat(packages.get(code)).isSameAs(first);
    assertThat(first.files()).containsOnlyKeys(kept.files().keySet());
    assertThat(store.reads).isEqualTo(1);
  }

  @Test
  void saysWhichPackageIsLost_whenTheStoreDoesNotHaveIt() {
    assertThatThrownBy(() -> packages.get(new CodeReference("gone", 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the code store has lost the package gone");
  }

  /** A store that counts how often it is read. */
  private static final class CountingStore implements CodeStore {
    private final Map<String, byte[]> zips = new HashMap<>();
    private int reads;

    @Override
    public void put(String codeSha256, byte[] zip) {
      zips.put(codeSha256, zip);
    }

    @Override
    public Optional<byte[]> get(String codeSha256) {
      reads++;
      return Optional.ofNullable(zips.get(codeSha256));
    }

    @Override
    public void expire(Predicate<String> inUse, Instant before) {
      zips.keySet().removeIf(inUse.negate());
    }
  }
}
