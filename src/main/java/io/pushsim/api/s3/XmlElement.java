package io.pushsim.api.s3;

import java.util.List;

/**
 * An element of an XML document, without its attributes: S3's documents say nothing in attributes.
 *
 * @param text all characters that stand directly in it, exactly as written
 */
public record XmlElement(String name, List<XmlElement> children, String text) {

  public XmlElement {
    children = List.copyOf(children);
  }

  /** One with text alone. */
  public static XmlElement ofText(String name, String text) {
    return new XmlElement(name, List.of(), text);
  }

  /** One with elements alone. */
  public static XmlElement ofChildren(String name, List<XmlElement> children) {
    return new XmlElement(name, children, "");
  }
}
