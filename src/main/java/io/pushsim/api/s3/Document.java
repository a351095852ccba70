package io.pushsim.api.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.s3.Form.Member;
import io.pushsim.api.s3.Form.Occurrence;
import io.pushsim.api.s3.Form.Structure;
import io.pushsim.api.s3.Form.Text;
import java.util.stream.Stream;

/**
 * A document of S3's REST API, whose names on the wire differ from those of the SDKs: {@code
 * CloudFunctionConfiguration} is {@code LambdaFunctionConfigurations} there (S3's API model;
 * contract §8.1).
 *
 * <p>The old operations PutBucketNotification and GetBucketNotification speak the same XML. What
 * sets them apart is the client's: it sees one configuration of each kind, and no filters.
 */
public final class Document {
  private static final Text TEXT = new Text();

  private static final Structure FILTER =
      Structure.of(
          Member.optional(
              "S3Key",
              "Key",
              Structure.of(
                  new Member(
                      "FilterRule",
                      "FilterRules",
                      Structure.of(Member.optional("Name", TEXT), Member.optional("Value", TEXT)),
                      Occurrence.REQUIRED_REPEATED))));

  /**
   * S3's first Lambda configurations named a role to invoke by; today the function's resource
   * policy decides.
   */
  private static final Member INVOCATION_ROLE =
      Member.optional(
          "InvocationRole",
          new Form.Refused(
              "leave it out, and let the function's resource policy say that S3 may invoke it"));

  /** Which events of a bucket go where: of a request as of an answer. */
  public static final Document NOTIFICATION_CONFIGURATION =
      new Document(
          "NotificationConfiguration",
          Structure.of(
              repeated("TopicConfiguration", target("Topic", "TopicArn")),
              repeated("QueueConfiguration", target("Queue", "QueueArn")),
              new Member(
                  "CloudFunctionConfiguration",
                  "LambdaFunctionConfigurations",
                  target("CloudFunction", "LambdaFunctionArn", INVOCATION_ROLE),
                  Occurrence.REPEATED),
              Member.optional("EventBridgeConfiguration", Structure.of())));

  /** Where a bucket is to be made. */
  public static final Document CREATE_BUCKET_CONFIGURATION =
      new Document(
          "CreateBucketConfiguration",
          Structure.of(
              Member.optional("LocationConstraint", TEXT),
              Member.optional(
                  "Location",
                  Structure.of(Member.optional("Type", TEXT), Member.optional("Name", TEXT))),
              Member.optional(
                  "Bucket",
                  Structure.of(
                      Member.optional("DataRedundancy", TEXT), Member.optional("Type", TEXT))),
              Member.optional(
                  "Tags",
                  new Form.Items(
                      "Tag",
                      Structure.of(
                          Member.optional("Key", TEXT), Member.optional("Value", TEXT))))));

  /** ListBuckets' answer. */
  public static final Document LIST_ALL_MY_BUCKETS_RESULT =
      new Document(
          "ListAllMyBucketsResult",
          Structure.of(
              Member.optional(
                  "Owner",
                  Structure.of(Member.optional("ID", TEXT), Member.optional("DisplayName", TEXT))),
              Member.optional(
                  "Buckets",
                  new Form.Items(
                      "Bucket",
                      Structure.of(
                          Member.optional("Name", TEXT),
                          Member.optional("CreationDate", TEXT),
                          Member.optional("BucketRegion", TEXT),
                          Member.optional("BucketArn", TEXT)))),
              Member.optional("ContinuationToken", TEXT),
              Member.optional("Prefix", TEXT)));

  private final String root;
  private final Structure form;

  private Document(String root, Structure form) {
    this.root = root;
    this.form = form;
  }

  /** Configurations of one kind of target; the SDKs have their name in the plural. */
  private static Member repeated(String element, Structure target) {
    return new Member(element, element + "s", target, Occurrence.REPEATED);
  }

  private static Structure target(String element, String name, Member... further) {
    return new Structure(
        Stream.concat(
                Stream.of(
                    Member.optional("Id", TEXT),
                    new Member(element, name, TEXT, Occurrence.REQUIRED),
                    new Member("Event", "Events", TEXT, Occurrence.REQUIRED_REPEATED),
                    Member.optional("Filter", FILTER)),
                Stream.of(further))
            .toList());
  }

  /**
   * What the document says, in the SDKs' names.
   *
   * @param document its bytes, in UTF-8 or UTF-16
   * @throws io.pushsim.error.SimulatorException MalformedXML, MaxMessageLengthExceeded, and
   *     NotSimulated for an element that S3 once took
   */
  public ObjectNode read(byte[] document) {
    XmlElement element = XmlReader.read(document);
    if (!element.name().equals(root)) {
      throw MalformedXml.because(
          "The document is a <%s>, and is to be a <%s>.".formatted(element.name(), root));
    }
    return form.read(element);
  }

  /**
   * The document that says this; what is absent or null is left out.
   *
   * @param value in the SDKs' names
   */
  public byte[] write(JsonNode value) {
    return XmlWriter.write(form.write(root, value), XmlWriter.NAMESPACE);
  }

  /**
   * GetBucketLocation's answer, whose root is itself the text: empty for us-east-1, which S3 has no
   * name for here.
   */
  public static byte[] writeLocation(JsonNode answer) {
    String region = answer.path("LocationConstraint").asText("");
    return XmlWriter.write(XmlElement.ofText("LocationConstraint", region), XmlWriter.NAMESPACE);
  }
}
