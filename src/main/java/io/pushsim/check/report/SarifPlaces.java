package io.pushsim.check.report;

import io.pushsim.document.Place;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Places as SARIF's locations: files below the working directory relative to it, others by their
 * whole address; what an endpoint says has no file.
 */
final class SarifPlaces {
  /** What relative addresses are relative to. */
  static final String BASE = "%SRCROOT%";

  private static final String UNRESERVED = "-._~/";

  private final Path directory;

  SarifPlaces(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  void location(JsonOut json, Place place) throws IOException {
    if (place.line() == 0 && place.file().contains("://")) {
      json.array(
          "logicalLocations",
          all ->
              all.element(
                  one -> one.text("fullyQualifiedName", place.file()).text("kind", "resource")));
      return;
    }
    json.object(
        "physicalLocation",
        physical -> {
          physical.object("artifactLocation", artifact -> artifact(artifact, place.file()));
          if (place.line() > 0) {
            physical.object(
                "region",
                region ->
                    region
                        .number("startLine", place.line())
                        .number("startColumn", Math.max(1, place.column())));
          }
        });
  }

  private void artifact(JsonOut json, String file) throws IOException {
    Path path;
    try {
      path = directory.resolve(file).normalize();
    } catch (InvalidPathException noPathHere) {
      json.text("uri", encoded(file)).text("uriBaseId", BASE);
      return;
    }
    if (path.startsWith(directory)) {
      String relative = directory.relativize(path).toString();
      json.text("uri", encoded(relative)).text("uriBaseId", BASE);
    } else {
      json.text(
          "uri",
          "file://" + (path.toString().startsWith("/") ? "" : "/") + encoded(path.toString()));
    }
  }

  private static String encoded(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.replace(File.separatorChar, '/').getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        uri.append(c);
      } else {
        uri.append("%%%02X".formatted((int) c));
      }
    }
    return uri.toString();
  }
}
