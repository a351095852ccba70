package io.pushsim.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CheckPageTest {

  @Test
  void looksAsAccepted() throws IOException {
    new GoldenFile("check/report.html").assertHolds(CheckPage.of(SampleChecks.rich()));
  }

  @Test
  void showsRulesAndFindings_withoutItsScript() throws Exception {
    String text =
        parsed(CheckPage.of(SampleChecks.rich()))
            .getElementsByTagName("main")
            .item(0)
            .getTextContent();

    assertThat(text)
        .contains("✗ dead denied: statement 'allow-beta': Condition ArnLike AWS:SourceArn expects")
        .contains("! open allowed by statement 'archive' (stack.yaml:55:7)")
        .contains("not checked: it names a queue, no function")
        .contains("--statement-id allow-s3-examplebucket")
        .contains("</script><img src=x onerror=alert(1)>\"'|`@everyone`\\u202egpj.exe\\n\\u0007")
        .contains("unknown function !Foo");
  }

  @Test
  void isWellFormed_andObeysNoName() throws Exception {
    Document page = parsed(CheckPage.of(SampleChecks.rich()));

    assertThat(elements(page).stream().map(Element::getTagName).toList())
        .containsOnlyOnce("style", "title", "main", "h1")
        .doesNotContain("img");
    assertThat(elements(page))
        .allMatch(element -> !element.hasAttribute("style") && !element.hasAttribute("onerror"));
    assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(2);
  }

  @Test
  void hasNothingInvisible() {
    assertThat(CheckPage.of(SampleChecks.rich()).codePoints().filter(point -> point != '\n'))
        .noneMatch(Character::isISOControl)
        .noneMatch(point -> point >= 0x202A && point <= 0x202E);
  }

  @Test
  void linksAndLabelsHaveTargets() throws Exception {
    Document page = parsed(CheckPage.of(SampleChecks.rich()));
    List<String> ids = values(page, "id");
    List<String> named = new ArrayList<>(values(page, "aria-labelledby"));
    values(page, "href").stream()
        .filter(href -> href.startsWith("#"))
        .forEach(href -> named.add(href.substring(1)));

    assertThat(ids).doesNotHaveDuplicates().containsAll(named);
    assertThat(values(page, "href"))
        .allMatch(href -> href.startsWith("#") || href.startsWith("https://docs.aws.amazon.com/"));
  }

  @Test
  void theWorstFindingsOfAllSetUpsComeFirst() {
    String page = CheckPage.of(SampleChecks.rich());

    assertThat(page)
        .containsSubsequence(
            "data-kind=\"target-without-grant\"",
            "data-kind=\"open-principal\"",
            "data-kind=\"unqualified-target\"",
            "data-kind=\"unknown-decision\"");
  }

  @Test
  void dataAreCompact() throws IOException {
    JsonNode data = data(CheckPage.of(SampleChecks.passing()));

    assertThat(data.path("setUps").toString())
        .isEqualTo(
            "[{\"title\":\"stack.yaml\",\"targets\":[[0,\"helloworld:PROD\"]],"
                + "\"scopes\":[\"arn:aws:lambda:us-west-2:111111111111:function:\"],"
                + "\"buckets\":[[\"examplebucket\",0,0,0]],"
                + "\"rows\":[[0,\"prod\",\"s3:ObjectCreated:* in/….jpg\",\"helloworld:PROD\",0,0,0]],"
                + "\"whys\":[\"allowed by statement 'allow-s3' (stack.yaml:31:7)\"]}]");
  }

  @Test
  void saysSo_whenThereIsNothing() {
    assertThat(CheckPage.of(SampleChecks.empty()))
        .contains("<h1>No findings</h1>")
        .contains("There are none.");
  }

  private static JsonNode data(String page) throws IOException {
    String start = "id=\"matrix-data\">";
    int from = page.indexOf(start) + start.length();
    return JsonMapper.builder().build().readTree(page.substring(from, page.indexOf("</", from)));
  }

  /**
   * Void elements closed, the page is XML: far stricter than a browser. The script is no markup.
   */
  private static Document parsed(String page) throws Exception {
    int script = page.lastIndexOf("<script>") + "<script>".length();
    String xml =
        (page.substring(0, script) + page.substring(page.lastIndexOf("</script>")))
            .replace("<!DOCTYPE html>", "")
            .replaceAll("<meta ([^>]*)>", "<meta $1/>");
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Document page) {
    NodeList all = page.getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }

  private static List<String> values(Document page, String attribute) {
    return elements(page).stream()
        .filter(element -> element.hasAttribute(attribute))
        .map(element -> element.getAttribute(attribute))
        .toList();
  }
}
