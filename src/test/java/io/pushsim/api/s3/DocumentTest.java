package io.pushsim.api.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.TestResource;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
  private static final String MALFORMED =
      "The XML you provided was not well-formed or did not validate against our published schema";
  private static final String XMLNS = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

  @TestFactory
  Stream<DynamicTest> readsWhatBotocoreSends() {
    return new TestResource("s3-xml/requests.yaml")
        .cases().stream()
            .map(
                request ->
                    DynamicTest.dynamicTest(
                        request.path("file").asText(), () -> readsAsTheTableSays(request)));
  }

  private static void readsAsTheTableSays(JsonNode request) {
    byte[] body =
        new TestResource("s3-xml/requests/%s.xml".formatted(request.path("file").asText()))
            .text()
            .getBytes(UTF_8);
    if (request.has("value")) {
      assertThat(document(body).read(body)).isEqualTo(request.get("value"));
    } else {
      SimulatorException refusal = refusal(body);
      assertThat(refusal.code().shapeName()).isEqualTo(request.path("refused").asText());
      assertThat(refusal.message()).isEqualTo(request.path("message").asText(MALFORMED));
      assertThat(String.join("", refusal.explanation()))
          .isEqualTo(request.path("reason").asText(""));
    }
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatIsMalformed() {
    return new TestResource("s3-xml/malformed.yaml")
        .cases().stream()
            .map(
                malformed ->
                    DynamicTest.dynamicTest(
                        malformed.path("description").asText(),
                        () ->
                            assertMalformed(
                                malformed.path("xml").asText().getBytes(UTF_8),
                                malformed.path("reason").asText())));
  }

  @TestFactory
  Stream<DynamicTest> toleratesOtherFormsOfTheSame() {
    return new TestResource("s3-xml/tolerated.yaml")
        .cases().stream()
            .map(
                tolerated ->
                    DynamicTest.dynamicTest(
                        tolerated.path("description").asText(),
                        () ->
                            assertThat(location(tolerated.path("xml").asText().getBytes(UTF_8)))
                                .isEqualTo(tolerated.path("location").asText())));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "UTF-8, utf8",
    "UTF-8, US-ASCII",
    "UTF-16BE, UTF-16",
    "UTF-16LE, UTF-16",
    "UTF-16BE, UTF-16BE",
    "UTF-16LE, utf-16le"
  })
  void readsUnicode_withAndWithoutByteOrderMark(String encoding, String declared) {
    String document =
        "<?xml version=\"1.0\" encoding=\"%s\"?>%s".formatted(declared, createBucket("E\u20acU"));

    assertThat(location(document.getBytes(Charset.forName(encoding)))).isEqualTo("E\u20acU");
    assertThat(location(("\uFEFF" + document).getBytes(Charset.forName(encoding))))
        .isEqualTo("E\u20acU");
  }

  @Test
  void refusesAnEncoding_whenTheBytesAreInAnother() {
    assertMalformed(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + createBucket("EU")).getBytes(UTF_16BE),
        "It declares the encoding UTF-8 and looks like UTF-16BE");
    assertMalformed(createBucket("\u00e9").getBytes(ISO_8859_1), "Its bytes are no UTF-8");
    assertMalformed(bytes(0xFE, 0xFF, 0xD8, 0x00), "Its bytes are no UTF-16BE");
    assertMalformed(bytes(0x3C, 0x00, 0x41), "Its bytes are no UTF-16LE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C080", "EDA080", "F4908080", "80", "C3"})
  void refusesWhatIsNoUtf8(String hex) {
    byte[] document = createBucket("\u0001\u0001\u0001\u0001").getBytes(ISO_8859_1);
    int at = createBucket("").indexOf("</LocationConstraint>");
    for (int i = 0; i < hex.length() / 2; i++) {
      document[at + i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
    }

    assertMalformed(document, "Its bytes are no UTF-8");
  }

  @Test
  void refusesABillionLaughs_beforeAnyoneLaughs() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      bomb.append("<!ENTITY lol%d \"%s\">".formatted(i, "&lol%d;".formatted(i - 1).repeat(10)));
    }
    bomb.append("]>").append(createBucket("&lol9;"));

    assertMalformed(bomb.toString().getBytes(UTF_8), "A document type is not read");
  }

  @Test
  void refusesWhatIsTooDeepOrTooMany() {
    assertMalformed(xml("<a>".repeat(100_000)), "nested deeper than 16");
    assertMalformed(
        xml("<CreateBucketConfiguration>" + "<a/>".repeat(100_000)), "more than 20000 elements");
    assertMalformed(xml("<a" + numbered(" b%d=''", 50_000) + "/>"), "more than \"16\" attributes");
    assertMalformed(xml("<a" + numbered(" xmlns:b%d='c'", 40_000) + "/>"), "40000 times");
    assertMalformed(xml("<" + "a".repeat(900_000) + "/>"), "exceeds the \"256\" limit");
  }

  @Test
  void refusesABodyOverOneMebibyte() {
    byte[] largest = new byte[XmlReader.MOST_BYTES];
    byte[] tooLarge = new byte[XmlReader.MOST_BYTES + 1];

    assertMalformed(largest, "");
    assertThat(refusal(tooLarge).code().shapeName()).isEqualTo("MaxMessageLengthExceeded");
    assertThat(refusal(tooLarge).message()).isEqualTo("Your request was too large.");
  }

  @Test
  void readsTheLargestConfiguration_thatMayBeValid() {
    String configuration =
        "<CloudFunctionConfiguration><Id>%s</Id><CloudFunction>arn</CloudFunction>%s<Filter><S3Key><FilterRule><Name>prefix</Name><Value>%s</Value></FilterRule><FilterRule><Name>suffix</Name><Value>%s</Value></FilterRule></S3Key></Filter></CloudFunctionConfiguration>"
            .formatted(
                "i".repeat(255),
                "<Event>s3:Replication:OperationReplicatedAfterThreshold</Event>".repeat(30),
                "&amp;".repeat(1024),
                "s".repeat(1024));

    JsonNode read =
        Document.NOTIFICATION_CONFIGURATION.read(
            xml(
                "<NotificationConfiguration>"
                    + configuration.repeat(100)
                    + "</NotificationConfiguration>"));

    assertThat(read.path("LambdaFunctionConfigurations")).hasSize(100);
    assertThat(read.at("/LambdaFunctionConfigurations/99/Filter/Key/FilterRules/0/Value").asText())
        .isEqualTo("&".repeat(1024));
  }

  @Test
  void writesAConfigurationInTheOrderOfItsElements() {
    JsonNode answer =
        TestResource.json(
            """
            {"LambdaFunctionConfigurations": [{
              "Filter": {"Key": {"FilterRules": [{"Value": "a&<b>\\r\\n\\t ", "Name": "Prefix"}]}},
              "Events": ["s3:ObjectCreated:Put", "s3:ObjectCreated:Post"],
              "LambdaFunctionArn": "arn",
              "Id": "x"}]}
            """);

    assertThat(new String(Document.NOTIFICATION_CONFIGURATION.write(answer), UTF_8))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<NotificationConfiguration"
                + XMLNS
                + "><CloudFunctionConfiguration><Id>x</Id><CloudFunction>arn</CloudFunction>"
                + "<Event>s3:ObjectCreated:Put</Event><Event>s3:ObjectCreated:Post</Event>"
                + "<Filter><S3Key><FilterRule><Name>Prefix</Name>"
                + "<Value>a&amp;&lt;b&gt;&#13;\n\t </Value></FilterRule></S3Key></Filter>"
                + "</CloudFunctionConfiguration></NotificationConfiguration>");
  }

  @Test
  void writesAnEmptyConfiguration_whenThereIsNone() {
    assertThat(written(Document.NOTIFICATION_CONFIGURATION, "{}"))
        .isEqualTo("<NotificationConfiguration" + XMLNS + "/>");
  }

  @Test
  void writesTheListOfBuckets() {
    assertThat(
            written(
                Document.LIST_ALL_MY_BUCKETS_RESULT,
                """
                {"Buckets": [{"Name": "a", "CreationDate": "2026-01-01T00:00:00.000Z", "BucketRegion": "eu-west-1"}, {"Name": "b"}],
                 "Owner": {"ID": "x"}, "ContinuationToken": null}
                """))
        .isEqualTo(
            "<ListAllMyBucketsResult"
                + XMLNS
                + "><Owner><ID>x</ID></Owner><Buckets><Bucket><Name>a</Name>"
                + "<CreationDate>2026-01-01T00:00:00.000Z</CreationDate>"
                + "<BucketRegion>eu-west-1</BucketRegion></Bucket>"
                + "<Bucket><Name>b</Name></Bucket></Buckets></ListAllMyBucketsResult>");
    assertThat(written(Document.LIST_ALL_MY_BUCKETS_RESULT, "{\"Buckets\": []}"))
        .isEqualTo("<ListAllMyBucketsResult" + XMLNS + "><Buckets/></ListAllMyBucketsResult>");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"LocationConstraint\":\"us-west-2\"}', >us-west-2</LocationConstraint>",
    "'{\"LocationConstraint\":null}', />",
    "{}, />"
  })
  void writesTheLocation(String answer, String ending) {
    assertThat(withoutDeclaration(Document.writeLocation(TestResource.json(answer))))
        .isEqualTo("<LocationConstraint" + XMLNS + ending);
  }

  @Test
  void refusesToWriteAnAnswer_whenAMemberHasNoElement() {
    JsonNode answer = TestResource.json("{\"Buckets\": [{\"Nmae\": \"a\"}]}");

    assertThatThrownBy(() -> Document.LIST_ALL_MY_BUCKETS_RESULT.write(answer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no element of <Bucket> is a Nmae");
  }

  private static String written(Document document, String answer) {
    return withoutDeclaration(document.write(TestResource.json(answer)));
  }

  private static String withoutDeclaration(byte[] document) {
    String text = new String(document, UTF_8);
    String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    assertThat(text).startsWith(declaration);
    return text.substring(declaration.length());
  }

  private static String location(byte[] createBucketConfiguration) {
    return Document.CREATE_BUCKET_CONFIGURATION
        .read(createBucketConfiguration)
        .path("LocationConstraint")
        .textValue();
  }

  private static void assertMalformed(byte[] document, String reason) {
    SimulatorException refusal = refusal(document);
    assertThat(refusal.code().shapeName()).isEqualTo("MalformedXML");
    assertThat(refusal.message()).isEqualTo(MALFORMED);
    assertThat(refusal.explanation())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains(reason);
  }

  private static SimulatorException refusal(byte[] document) {
    return catchThrowableOfType(SimulatorException.class, () -> document(document).read(document));
  }

  /** The document that its root says it is. */
  private static Document document(byte[] document) {
    return new String(document, UTF_8).startsWith("<NotificationConfiguration")
        ? Document.NOTIFICATION_CONFIGURATION
        : Document.CREATE_BUCKET_CONFIGURATION;
  }

  private static String createBucket(String location) {
    return "<CreateBucketConfiguration><LocationConstraint>%s</LocationConstraint></CreateBucketConfiguration>"
        .formatted(location);
  }

  private static byte[] xml(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static String numbered(String format, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(format.formatted(i));
    }
    return text.toString();
  }
}
