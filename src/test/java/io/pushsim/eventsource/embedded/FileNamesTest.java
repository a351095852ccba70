package io.pushsim.eventsource.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
  private static final String UUID = "0b7a0b7a-1111-2222-3333-0123456789ab";

  @ParameterizedTest
  @CsvSource({
    "photo.jpg, photo.jpg",
    "in/photo 1.jpg, in%2Fphoto%201.jpg",
    "a//b/, a%2F%2Fb%2F",
    "../up, %2E.%2Fup",
    "README, %52%45%41%44%4D%45",
    ".mpus-x, %2Empus-x",
    "100%+ü, 100%25%2B%C3%BC"
  })
  void areTheKeysUrlEncoded(String key, String name) {
    assertThat(FileNames.of(key)).isEqualTo(name);
    assertThat(FileNames.key(name)).contains(key);
  }

  @Property
  void standForTheirKeys(@ForAll @StringLength(min = 1, max = 600) String text) {
    String key = wellFormed(text);

    assertThat(FileNames.key(FileNames.of(key))).contains(key);
  }

  @Property
  void fitIntoFileSystems(@ForAll @StringLength(min = 1, max = 600) String text) {
    for (String part : FileNames.of(wellFormed(text)).split("/", -1)) {
      assertThat(part).hasSizeBetween(1, 160).doesNotStartWith(".");
      assertThat(part).isEqualTo(part.replaceAll("[^a-z0-9_.%+A-F-]", "?"));
    }
  }

  @Test
  void nameNoFileAndFolderAlike_howeverLongTheKeys() {
    Set<String> folders = new HashSet<>();
    Set<String> files = new HashSet<>();
    for (int length = 1; length <= 1024; length++) {
      String name = FileNames.of("x".repeat(length));
      int slash = name.lastIndexOf('/');
      files.add(name);
      if (slash > 0) {
        folders.add(name.substring(0, slash));
      }
    }

    assertThat(folders).isNotEmpty().doesNotContainAnyElementsOf(files);
    assertThat(files).hasSize(1024);
  }

  @Test
  void tellObjectsFromWhatIsBeingWritten() {
    // s3proxy writes an object into a file whose name ends so, until it is whole.
    assertThat(FileNames.key("photo.jpg-" + UUID)).isEmpty();
    assertThat(FileNames.isUnfinished("photo.jpg-" + UUID)).isTrue();
    String key = "upload-" + UUID;
    assertThat(FileNames.isUnfinished(FileNames.of(key))).isFalse();
    assertThat(FileNames.key(FileNames.of(key))).contains(key);
  }

  @Test
  void areNotTakenFromWhatNobodyWrote() {
    List<String> foreign = Arrays.asList("READ ME", "50%", "%zz", "%FF", "ü");

    assertThat(foreign).allSatisfy(name -> assertThat(FileNames.key(name)).isEmpty());
  }

  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
