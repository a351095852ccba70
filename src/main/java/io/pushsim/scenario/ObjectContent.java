package io.pushsim.scenario;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that may lie in a file of the story, which stays as it is while the story plays. */
@FunctionalInterface
public interface ObjectContent {
  /** Opens them, for the caller to close. */
  InputStream open() throws IOException;
}
