package io.pushsim.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodePackageTest {
  private static final String BROKEN =
      "Could not unzip uploaded file. Please check your file, then try to upload again.";

  // Made with Info-ZIP: index.js, lib/a.js, and the links l.js -> lib/a.js and d -> lib.
  private static final String WITH_LINKS =
      "UEsDBAoAAAAAAGctd11T/FFnAgAAAAIAAAAIAAAAaW5kZXguanMxClBLAwQKAAAAAABnLXddAAAAAAAA"
          + "AAAAAAAABAAAAGxpYi9QSwMECgAAAAAAZy13XZCvfEwCAAAAAgAAAAgAAABsaWIvYS5qczIKUEsDBAoA"
          + "AAAAAGctd10ILbIdCAAAAAgAAAAEAAAAbC5qc2xpYi9hLmpzUEsDBAoAAAAAAGctd13MOw+pAwAAAAMA"
          + "AAABAAAAZGxpYlBLAQIeAwoAAAAAAGctd11T/FFnAgAAAAIAAAAIAAAAAAAAAAEAAACkgQAAAABpbmRl"
          + "eC5qc1BLAQIeAwoAAAAAAGctd10AAAAAAAAAAAAAAAAEAAAAAAAAAAAAEADtQSgAAABsaWIvUEsBAh4D"
          + "CgAAAAAAZy13XZCvfEwCAAAAAgAAAAgAAAAAAAAAAQAAAKSBSgAAAGxpYi9hLmpzUEsBAh4DCgAAAAAA"
          + "Zy13XQgtsh0IAAAACAAAAAQAAAAAAAAAAAAAAP+hcgAAAGwuanNQSwECHgMKAAAAAABnLXddzDsPqQMA"
          + "AAADAAAAAQAAAAAAAAAAAAAA/6GcAAAAZFBLBQYAAAAABQAFAP8AAAC+AAAAAAA=";

  @Test
  void unzipsWhatItZipped() throws IOException {
    Map<String, byte[]> files = Map.of("index.js", bytes("1"), "lib/ü.js", bytes("2"));

    CodePackage zipped = CodePackage.zip(files);

    assertThat(zipped.files()).containsOnlyKeys("index.js", "lib/ü.js");
    assertThat(zipped.codeSize()).isEqualTo(210);
    assertThat(zipped.codeSha256()).isEqualTo("JG/hIOje3sefqkO35Krj/SIjK4Tq9U+cCXYnMwDe9rs=");
  }

  @Test
  void writesZipFilesThatOthersRead() throws IOException {
    byte[] zip = ZipWriter.zip(new TreeMap<>(Map.of("b", bytes("x"), "a/c", bytes("yy"))));

    try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
      assertThat(stream.getNextEntry().getName()).isEqualTo("a/c");
      assertThat(stream.readAllBytes()).isEqualTo(bytes("yy"));
      assertThat(stream.getNextEntry().getName()).isEqualTo("b");
      assertThat(stream.readAllBytes()).isEqualTo(bytes("x"));
      assertThat(stream.getNextEntry()).isNull();
    }
  }

  @Test
  void hashesTheZipFileItself() {
    byte[] zip = deflated("index.js", bytes("exports.handler = 1;"));

    CodePackage code = CodePackage.unzip(zip);

    assertThat(code.codeSha256()).isEqualTo(Sha256.base64(zip));
    assertThat(code.codeSize()).isEqualTo(zip.length);
    assertThat(code.files().get("index.js")).isEqualTo(bytes("exports.handler = 1;"));
  }

  @Test
  void followsLinksWithinThePackage() {
    CodePackage code = CodePackage.unzip(Base64.getDecoder().decode(WITH_LINKS));

    assertThat(code.files()).containsOnlyKeys("index.js", "lib/a.js", "l.js", "d/a.js");
    assertThat(code.files().get("l.js")).isEqualTo(code.files().get("lib/a.js"));
  }

  @Test
  void endsSoon_whenLinksLeadToLinks() {
    SortedMap<String, byte[]> files = new TreeMap<>(Map.of("end", bytes("1")));
    Map<String, String> links = new LinkedHashMap<>();
    for (int i = 60_000; i > 0; i--) {
      links.put("link" + i, i == 1 ? "end" : "link" + (i - 1));
    }

    assertTimeoutPreemptively(Duration.ofMinutes(1), () -> new PackageLinks(files).follow(links));

    assertThat(files).containsKeys("link1", "link40").doesNotContainKey("link41");
  }

  @Test
  void refusesLinksThatMultiplyFiles_evenEmptyOnes() {
    SortedMap<String, byte[]> files = new TreeMap<>(Map.of("d0/empty", new byte[0]));
    Map<String, String> links = new LinkedHashMap<>();
    for (int i = 1; i < 30; i++) {
      links.put("d" + i + "/a", "../d" + (i - 1));
      links.put("d" + i + "/b", "../d" + (i - 1));
    }

    assertThatThrownBy(() -> new PackageLinks(files).follow(links))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("it has more than 100000 entries");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "not a zip file at all, but long enough to hold an end record"})
  void refusesWhatIsNoZipFile(String content) {
    assertRefused(() -> CodePackage.unzip(bytes(content)), BROKEN);
  }

  @Test
  void refusesBinaryJunk_whateverItHolds() {
    Random random = new Random(7);
    byte[] zip =
        deflated("index.js", bytes("exports.handler = async () => 'a rather short handler';"));
    for (int i = 0; i < 2000; i++) {
      byte[] junk = zip.clone();
      junk[random.nextInt(junk.length)] = (byte) random.nextInt(256);
      junk[random.nextInt(junk.length)] = (byte) random.nextInt(256);
      try {
        CodePackage.unzip(junk);
      } catch (SimulatorException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PARAMETER_VALUE);
      }
    }
  }

  @Test
  void refusesTruncatedZipFiles() {
    byte[] zip = deflated("index.js", new byte[10_000]);

    assertRefused(() -> CodePackage.unzip(Arrays.copyOf(zip, zip.length / 2)), BROKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil.js", "a/../../evil.js", "/etc/passwd", "..\\evil.js"})
  void refusesEntriesThatLeadOutOfThePackage(String name) {
    assertThatThrownBy(() -> CodePackage.unzip(deflated(name, bytes("x"))))
        .isInstanceOf(SimulatorException.class)
        .hasMessageStartingWith(BROKEN + " (the entry " + name);
  }

  @Test
  void refusesBombs_withoutInflatingThem() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("bomb"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 250; i++) {
        zip.write(zeros);
      }
    }

    assertRefused(
        () -> CodePackage.unzip(bytes.toByteArray()),
        "Unzipped size must be smaller than 262144000 bytes");
  }

  @Test
  void refusesEntriesThatInflateToMoreThanTheyDeclare() {
    byte[] zip = deflated("bomb", new byte[1 << 20]);
    int directory = directory(zip);
    ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 100);

    assertRefused(() -> CodePackage.unzip(zip), BROKEN);
  }

  @Test
  void refusesZipFilesThatAreTooLarge() {
    CodePackage.checkUpload(52_428_799);
    assertThatThrownBy(() -> CodePackage.checkUpload(52_428_800))
        .isInstanceOfSatisfying(
            SimulatorException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
              assertThat(e).hasMessage("Zipped size must be smaller than 52428800 bytes");
            });
  }

  @Test
  void unzipsWhatIsTooLargeToBeSent() {
    byte[] noise = new byte[52_428_800];
    new Random(1).nextBytes(noise);
    byte[] zip = deflated("a.bin", noise);

    assertThat(CodePackage.unzip(zip).files()).containsOnlyKeys("a.bin");
  }

  @Test
  void readsNoMoreThanAPackageMayHave() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }
        };

    assertRefused(
        () -> CodePackage.readZip(endless, 1000),
        "Unzipped size must be smaller than 262144000 bytes");
    assertThat(CodePackage.readZip(new ByteArrayInputStream(new byte[999]), 1000)).hasSize(999);
  }

  @Test
  void takesTheLastOfEntriesWithTheSameName() {
    byte[] zip = deflated(Map.of("a.js", bytes("first"), "b.js", bytes("second")));
    String text = new String(zip, ISO_8859_1).replace("b.js", "a.js");

    CodePackage code = CodePackage.unzip(text.getBytes(ISO_8859_1));

    assertThat(code.files()).containsOnlyKeys("a.js");
  }

  @Test
  void readsFoldersFilesAndZipFiles(@TempDir Path folder) throws IOException {
    Path code = Files.createDirectories(folder.resolve("code/lib"));
    Files.writeString(code.resolve("a.js"), "a");
    Files.writeString(folder.resolve("code/index.js"), "i");
    Path zip = folder.resolve("code.zip");
    Files.write(zip, deflated("index.js", bytes("z")));

    assertThat(read(folder.resolve("code")).files()).containsOnlyKeys("index.js", "lib/a.js");
    assertThat(read(folder.resolve("code/index.js")).files()).containsOnlyKeys("index.js");
    assertThat(read(zip).files().get("index.js")).isEqualTo(bytes("z"));
  }

  @Test
  void refusesFolderLinksThatLeadOut(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "s");
    Path code = Files.createDirectories(folder.resolve("code"));
    Files.createSymbolicLink(code.resolve("link.js"), secret);

    assertThatThrownBy(() -> read(code))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("leads out of the package");
  }

  private static CodePackage read(Path path) throws IOException {
    return CodePackage.unzip(CodePackage.zipFile(path));
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SimulatorException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PARAMETER_VALUE))
        .hasMessage(message);
  }

  private static int directory(byte[] zip) {
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    return buffer.getInt(zip.length - 22 + 16);
  }

  private static byte[] deflated(String name, byte[] content) {
    return deflated(Map.of(name, content));
  }

  private static byte[] deflated(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
