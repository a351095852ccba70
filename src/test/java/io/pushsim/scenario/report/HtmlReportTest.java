package io.pushsim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class HtmlReportTest {

  @Test
  void looksAsAccepted_whenReplayHasEverything() throws IOException {
    new GoldenFile("report/report.html").assertHolds(HtmlReport.of(SampleReports.rich()));
  }

  @Test
  void isTheSame_whenWrittenAgain() {
    assertThat(HtmlReport.of(SampleReports.rich())).isEqualTo(HtmlReport.of(SampleReports.rich()));
  }

  @Test
  void isWellFormed_whenNamesAreHostile() throws Exception {
    Document page = parsed(HtmlReport.of(SampleReports.rich()));

    assertThat(names(page))
        .containsOnlyOnce("script", "style", "title", "main", "h1")
        .doesNotContain("img");
    assertThat(attributes(page))
        .noneMatch(attribute -> attribute.startsWith("on") || attribute.equals("src"))
        .doesNotContain("style");
  }

  @Test
  void showsHostileText_whenNamesAreHostile() throws Exception {
    Document page = parsed(HtmlReport.of(SampleReports.rich()));

    assertThat(page.getElementsByTagName("main").item(0).getTextContent())
        .contains(
            "<script>alert('ü')</script>]]> </style>\\u0000\\u001b[31m\\u202egpj.exe\\n\\ud800")
        .contains("<b>all</b> →")
        .contains("</title><script>alert(1)</script>")
        .contains("second line ]]> \\u0085 <img src=x>");
  }

  @Test
  void hasNothingInvisible_whenNamesAreHostile() {
    String page = HtmlReport.of(SampleReports.rich());

    assertThat(page.codePoints().filter(point -> point != '\n'))
        .noneMatch(Character::isISOControl)
        .noneMatch(point -> point >= 0x202A && point <= 0x202E)
        .noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }

  @Test
  void linksAndLabelsHaveTargets_whenReplayHasEverything() throws Exception {
    Document page = parsed(HtmlReport.of(SampleReports.rich()));
    List<String> ids = values(page, "id");
    List<String> targets = new ArrayList<>(values(page, "aria-labelledby"));
    values(page, "href").forEach(href -> targets.add(href.substring(1)));

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(targets);
    assertThat(values(page, "href")).allMatch(href -> href.startsWith("#"));
  }

  @Test
  void failuresComeFirst_whenAnExpectationDidNotHold() {
    String page = HtmlReport.of(SampleReports.rich());

    assertThat(page).contains("Not all as expected");
    assertThat(page.indexOf("scenarios/canary.yaml:25:17"))
        .isPositive()
        .isLessThan(page.indexOf("id=\"stories\""));
  }

  @Test
  void hasNoFailures_whenAllPassed() {
    assertThat(HtmlReport.of(SampleReports.passing()))
        .contains("All as expected")
        .doesNotContain("id=\"failures\"")
        .doesNotContain("class=\"failure\"");
  }

  /** Void elements closed, the page is XML: far stricter than a browser. */
  private static Document parsed(String page)
      throws ParserConfigurationException, IOException, SAXException {
    String xml = page.replace("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
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

  private static List<String> names(Document page) {
    return elements(page).stream().map(Element::getTagName).toList();
  }

  private static List<String> attributes(Document page) {
    List<String> names = new ArrayList<>();
    for (Element element : elements(page)) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        names.add(element.getAttributes().item(i).getNodeName());
      }
    }
    return names;
  }

  private static List<String> values(Document page, String attribute) {
    return elements(page).stream()
        .filter(element -> element.hasAttribute(attribute))
        .map(element -> element.getAttribute(attribute))
        .toList();
  }
}
