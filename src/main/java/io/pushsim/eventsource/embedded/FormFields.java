package io.pushsim.eventsource.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a form says of the file that follows: its fields by their names in lower case. What comes
 * behind the file is read and means nothing (S3 user guide, HTML form fields).
 *
 * @param file the file's content, as it comes
 */
record FormFields(Map<String, String> fields, InputStream file) {
  /** Of all that stands before the file. */
  private static final int MOST_BYTES = 20 * 1024;

  private static final String FILE = "file";
  private static final String KEY = "key";

  FormFields {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * Reads a form up to its file.
   *
   * @throws ObjectRefusal for what is no form, or has no key or no file; within an IOException too
   */
  static FormFields read(ObjectCall call, InputStream body) throws IOException {
    FormReader form =
        FormReader.of(body, call.header("content-type").orElse(""))
            .orElseThrow(
                () ->
                    new ObjectRefusal(
                        412,
                        "PreconditionFailed",
                        "Bucket POST must be of the enclosure-type multipart/form-data"));
    Map<String, String> fields = new LinkedHashMap<>();
    int left = MOST_BYTES;
    Optional<FormReader.Part> part = form.next();
    while (part.isPresent() && !part.get().name().equalsIgnoreCase(FILE)) {
      byte[] value = part.get().content().readNBytes(left + 1);
      left -= value.length;
      if (left < 0) {
        throw new ObjectRefusal(
            400,
            "MaxPostPreDataLengthExceededError",
            "Your POST request fields preceding the upload file were too large.");
      }
      fields.put(ObjectCall.lower(part.get().name()), new String(value, StandardCharsets.UTF_8));
      part = form.next();
    }
    FormReader.Part file =
        part.orElseThrow(
            () ->
                ObjectRefusal.invalidArgument(
                    "POST requires exactly one file upload per request.", FILE, "0"));
    String key = fields.get(KEY);
    if (key == null) {
      throw ObjectRefusal.invalidArgument(
          "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
          KEY,
          "");
    }
    fields.put(KEY, key.replace("${filename}", file.fileName()));
    // Whatever the form says: conditions are about the bucket that is written to.
    fields.put("bucket", call.bucket());
    return new FormFields(fields, withAllOf(body, file.content()));
  }

  /** The file, whose end is told at the body's: only there is it known to be what was signed. */
  private static InputStream withAllOf(InputStream body, InputStream file) {
    return new BlockInputStream() {
      @Override
      public int read(byte[] into, int start, int most) throws IOException {
        int count = file.read(into, start, most);
        if (count < 0) {
          body.transferTo(OutputStream.nullOutputStream());
        }
        return count;
      }
    };
  }

  String key() {
    return fields.getOrDefault(KEY, "");
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
