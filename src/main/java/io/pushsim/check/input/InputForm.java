package io.pushsim.check.input;

import io.pushsim.document.Node;
import java.util.List;

/** A form of inputs, recognised by content. */
public interface InputForm {

  /** Whether the document is of this form, be it faulty. */
  boolean recognises(Node root);

  /**
   * Reads what the document says. What is wrong with it goes to {@link Gathering#problem}; the rest
   * of it is read all the same.
   */
  void read(InputFile file, Gathering gathering);

  /**
   * Reads several documents of this form, which may tell of each other.
   *
   * @param files in the order of the inputs
   */
  default void readAll(List<InputFile> files, Gathering gathering) {
    files.forEach(file -> read(file, gathering));
  }
}
