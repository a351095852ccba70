package io.pushsim.load.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.BucketNotification;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.load.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the notifications of a file one after another: JSON texts, one a line or each over several
 * lines, or lists of them. Only the events are kept, not the texts. For one file.
 */
public final class RecordingReader {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final NotificationReader notifications = new NotificationReader();
  private final SlimEvents slim = new SlimEvents();
  private final List<ObjectEvent> events = new ArrayList<>();
  private long leftOut;

  private RecordingReader(Path file) {
    this.file = file;
  }

  /**
   * The events that a file tells of.
   *
   * @throws RecordingException where it cannot be read, or tells of no event that S3 would send
   */
  public static Recording read(Path file) throws RecordingException {
    return new RecordingReader(file).read();
  }

  private Recording read() throws RecordingException {
    if (Files.isDirectory(file)) {
      throw new RecordingException(file + " is a folder: name a file of recorded notifications");
    }
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser parser = JSON.createParser(bytes)) {
      readAll(parser);
    } catch (NoSuchFileException e) {
      throw new RecordingException(
          file + " is not there: name a file of recorded notifications", e);
    } catch (IOException e) {
      throw new RecordingException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    if (events.isEmpty()) {
      throw new RecordingException(
          leftOut == 0
              ? file + " has no notification: record at least one, as its server posts it"
              : "%s has %,d records, and none of an event that AWS's S3 would send"
                  .formatted(file, leftOut));
    }
    return new Recording(file.toString(), events, leftOut);
  }

  private void readAll(JsonParser parser) throws IOException, RecordingException {
    for (Optional<JsonToken> next = next(parser); next.isPresent(); next = next(parser)) {
      if (!isMarkOfOuterList(parser, next.get())) {
        message(parser);
      }
    }
  }

  /** Of a list that stands alone the elements come one by one: it may be as long as the file. */
  private static boolean isMarkOfOuterList(JsonParser parser, JsonToken token) {
    JsonStreamContext context = parser.getParsingContext();
    return switch (token) {
      case START_ARRAY -> context.getParent().inRoot();
      case END_ARRAY -> context.inRoot();
      default -> false;
    };
  }

  private Optional<JsonToken> next(JsonParser parser) throws IOException, RecordingException {
    try {
      return Optional.ofNullable(parser.nextToken());
    } catch (JsonProcessingException e) {
      throw noJson(parser.currentLocation().getLineNr(), e);
    }
  }

  private void message(JsonParser parser) throws IOException, RecordingException {
    int line = parser.currentTokenLocation().getLineNr();
    try {
      for (BucketNotification told : notifications.read(parser.readValueAsTree().toString())) {
        take(told);
      }
    } catch (JsonProcessingException e) {
      throw noJson(line, e);
    } catch (SimulatorException e) {
      throw new RecordingException("%s:%d: %s".formatted(file, line, e.message()), e);
    }
  }

  private void take(BucketNotification told) {
    if (told instanceof BucketNotification.AwsEvent aws && aws.event().whyImpossible().isEmpty()) {
      events.add(slim.of(aws.event()));
    } else {
      leftOut++;
    }
  }

  /**
   * @param line in which the text begins: one that was cut off is only noticed behind its end
   */
  private RecordingException noJson(int line, JsonProcessingException e) {
    return new RecordingException(
        "%s:%d: this is no JSON (%s): write each notification as its server posts it, one a line"
            .formatted(file, line, e.getOriginalMessage()),
        e);
  }
}
