package io.pushsim.journal.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCodeStoreTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;
  private DataDirectory directory;
  private Instant now = START;

  @BeforeEach
  void take() {
    directory = DataDirectory.open(folder);
  }

  @AfterEach
  void leave() {
    directory.close();
  }

  private DiskCodeStore store() {
    return new DiskCodeStore(directory, () -> now);
  }

  @Test
  void keepsPackages_forTheNextOne() {
    store().put(sha256("one"), bytes("one"));
    store().put(sha256("two"), bytes("two"));

    assertThat(store().get(sha256("one"))).hasValue(bytes("one"));
    assertThat(store().get(sha256("two"))).hasValue(bytes("two"));
    assertThat(store().get(sha256("three"))).isEmpty();
  }

  @Test
  void letsPackagesGo_whichAreOldAndOfNoUse() {
    DiskCodeStore store = store();
    store.put(sha256("used"), bytes("used"));
    store.put(sha256("unused"), bytes("unused"));
    store.put(sha256("again"), bytes("again"));
    now = START.plusSeconds(10);
    store.put(sha256("new"), bytes("new"));
    store.put(sha256("again"), bytes("again"));

    store.expire(sha256("used")::equals, START.plusSeconds(5));

    assertThat(store.get(sha256("unused"))).isEmpty();
    assertThat(Stream.of("used", "again", "new").map(name -> store.get(sha256(name))))
        .allMatch(zip -> zip.isPresent());
  }

  @Test
  void takesNoUnfinishedFileForAPackage() throws IOException {
    DiskCodeStore store = store();
    store.put(sha256("one"), bytes("one"));
    Path file;
    try (Stream<Path> files = Files.list(folder.resolve("code"))) {
      file = files.findFirst().orElseThrow();
    }
    Files.move(file, file.resolveSibling(file.getFileName() + ".part"));

    assertThat(store.get(sha256("one"))).isEmpty();
    store.put(sha256("one"), bytes("one"));
    assertThat(store.get(sha256("one"))).hasValue(bytes("one"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
