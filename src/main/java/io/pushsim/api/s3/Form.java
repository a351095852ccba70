package io.pushsim.api.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands within an XML element, and which JSON value of the SDKs that is. One description
 * reads and writes.
 */
sealed interface Form {

  /**
   * The SDK's value.
   *
   * @throws SimulatorException MalformedXML for what does not have this form
   */
  JsonNode read(XmlElement element);

  /** The element of this name that has the value. */
  XmlElement write(String name, JsonNode value);

  /** A text, exactly as it stands: S3 trims nothing. */
  record Text() implements Form {
    @Override
    public JsonNode read(XmlElement element) {
      if (!element.children().isEmpty()) {
        throw MalformedXml.because(
            "<%s> has a text, and no <%s>."
                .formatted(element.name(), element.children().get(0).name()));
      }
      return TextNode.valueOf(element.text());
    }

    @Override
    public XmlElement write(String name, JsonNode value) {
      return XmlElement.ofText(name, value.asText());
    }
  }

  /**
   * Named elements, which a reader takes in any order, since SDKs write them as their callers do.
   *
   * @param members in the order in which S3 writes them
   */
  record Structure(List<Member> members) implements Form {
    public Structure {
      members = List.copyOf(members);
    }

    static Structure of(Member... members) {
      return new Structure(List.of(members));
    }

    @Override
    public ObjectNode read(XmlElement element) {
      checkNoText(element);
      ObjectNode value = JsonNodeFactory.instance.objectNode();
      for (XmlElement child : element.children()) {
        member(element, child).readInto(value, element, child);
      }
      for (Member member : members) {
        if (member.occurs().isRequired() && !value.has(member.name())) {
          throw MalformedXml.because(
              "<%s> lacks <%s>.".formatted(element.name(), member.element()));
        }
      }
      return value;
    }

    private Member member(XmlElement element, XmlElement child) {
      return members.stream()
          .filter(member -> member.element().equals(child.name()))
          .findFirst()
          .orElseThrow(
              () ->
                  MalformedXml.because(
                      "<%s> has no <%s>; there are: %s."
                          .formatted(element.name(), child.name(), elementNames())));
    }

    private String elementNames() {
      return members.stream().map(Member::element).collect(Collectors.joining(", "));
    }

    @Override
    public XmlElement write(String name, JsonNode value) {
      checkKnown(name, value);
      List<XmlElement> children = new ArrayList<>();
      members.forEach(member -> children.addAll(member.writeFrom(value)));
      return XmlElement.ofChildren(name, children);
    }

    // An answer's member that has no element would be lost without anybody seeing it.
    private void checkKnown(String name, JsonNode value) {
      List<String> known = members.stream().map(Member::name).toList();
      value
          .fieldNames()
          .forEachRemaining(
              field -> {
                if (!known.contains(field)) {
                  throw new IllegalArgumentException("no element of <" + name + "> is a " + field);
                }
              });
    }
  }

  /** A list within an element of its own. */
  record Items(String element, Form item) implements Form {
    @Override
    public ArrayNode read(XmlElement list) {
      checkNoText(list);
      ArrayNode values = JsonNodeFactory.instance.arrayNode();
      for (XmlElement child : list.children()) {
        if (!child.name().equals(element)) {
          throw MalformedXml.because(
              "<%s> has <%s> only, and no <%s>.".formatted(list.name(), element, child.name()));
        }
        values.add(item.read(child));
      }
      return values;
    }

    @Override
    public XmlElement write(String name, JsonNode value) {
      List<XmlElement> items = new ArrayList<>();
      value.forEach(one -> items.add(item.write(element, one)));
      return XmlElement.ofChildren(name, items);
    }
  }

  /**
   * What S3 once took and pushsim refuses by name.
   *
   * @param remedy what to do, or what takes its place
   */
  record Refused(String remedy) implements Form {
    @Override
    public JsonNode read(XmlElement element) {
      throw new SimulatorException(
          ErrorCode.NOT_SIMULATED, "<%s> is not simulated; %s".formatted(element.name(), remedy));
    }

    @Override
    public XmlElement write(String name, JsonNode value) {
      throw new IllegalArgumentException("no operation answers with a " + name);
    }
  }

  /** How often an element may stand in its structure. */
  enum Occurrence {
    OPTIONAL,
    REQUIRED,
    REPEATED,
    REQUIRED_REPEATED;

    boolean isRequired() {
      return this == REQUIRED || this == REQUIRED_REPEATED;
    }

    boolean isRepeated() {
      return this == REPEATED || this == REQUIRED_REPEATED;
    }
  }

  /**
   * One element of a structure; one that is repeated is a list to the SDKs.
   *
   * @param element its name in the XML
   * @param name its name in the SDKs
   */
  record Member(String element, String name, Form form, Occurrence occurs) {

    static Member optional(String name, Form form) {
      return optional(name, name, form);
    }

    static Member optional(String element, String name, Form form) {
      return new Member(element, name, form, Occurrence.OPTIONAL);
    }

    void readInto(ObjectNode value, XmlElement parent, XmlElement child) {
      if (occurs.isRepeated()) {
        value.withArray(name).add(form.read(child));
      } else if (value.has(name)) {
        throw MalformedXml.because("<%s> has two <%s>.".formatted(parent.name(), element));
      } else {
        value.set(name, form.read(child));
      }
    }

    /** The elements that the structure's value has of it: none where it is absent. */
    List<XmlElement> writeFrom(JsonNode structure) {
      Optional<JsonNode> value =
          Optional.ofNullable(structure.get(name)).filter(present -> !present.isNull());
      if (value.isEmpty() || !occurs.isRepeated()) {
        return value.stream().map(one -> form.write(element, one)).toList();
      }
      List<XmlElement> repeated = new ArrayList<>();
      value.get().forEach(one -> repeated.add(form.write(element, one)));
      return repeated;
    }
  }

  private static void checkNoText(XmlElement element) {
    boolean blank = element.text().chars().allMatch(c -> " \t\r\n".indexOf(c) >= 0);
    if (!blank) {
      throw MalformedXml.because(
          "<%s> has elements, and no text such as '%s'."
              .formatted(element.name(), element.text().strip()));
    }
  }
}
