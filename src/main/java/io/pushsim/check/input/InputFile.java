package io.pushsim.check.input;

import io.pushsim.document.Node;
import java.nio.file.Path;

/**
 * A document of a file.
 *
 * @param name the file as the person named it
 * @param given whether the file itself was named, and not a folder around it
 */
public record InputFile(String name, Path path, Node root, boolean given) {

  /** A document of a file that was named itself. */
  public InputFile(String name, Path path, Node root) {
    this(name, path, root, true);
  }
}
