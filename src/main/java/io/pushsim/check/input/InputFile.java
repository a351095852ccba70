package io.pushsim.check.input;

import io.pushsim.document.Node;
import java.nio.file.Path;

/**
 * A document of a file.
 *
 * @param name the file as the person named it
 */
public record InputFile(String name, Path path, Node root) {}
