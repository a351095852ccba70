package io.pushsim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReportTest {

  @Test
  void looksAsAccepted_whenReplayHasEverything() throws IOException {
    new GoldenFile("report/junit.xml").assertHolds(JunitReport.of(SampleReports.rich()));
  }

  @Test
  void fitsTheSchema_whenReplayHasEverything() throws SAXException {
    Validator validator =
        SchemaFactory.newDefaultInstance()
            .newSchema(JunitReportTest.class.getResource("/report/junit.xsd"))
            .newValidator();
    StreamSource report = new StreamSource(new StringReader(JunitReport.of(SampleReports.rich())));

    assertThatNoException().isThrownBy(() -> validator.validate(report));
  }

  @Test
  void countsStepsAndFailures_whenSomeFailed() throws Exception {
    Document report = parsed(JunitReport.of(SampleReports.rich()));

    assertThat(report.getDocumentElement().getAttribute("tests")).isEqualTo("20");
    assertThat(report.getDocumentElement().getAttribute("failures")).isEqualTo("3");
    assertThat(elements(report, "testcase")).hasSize(20);
    assertThat(elements(report, "failure")).hasSize(3);
    assertThat(elements(report, "testsuite"))
        .extracting(suite -> suite.getAttribute("failures"))
        .containsExactly("0", "3", "0");
  }

  @Test
  void namesStepAndPlace_whenAStepFailed() throws Exception {
    Element failure = elements(parsed(JunitReport.of(SampleReports.rich())), "failure").get(1);
    Element testcase = (Element) failure.getParentNode();

    assertThat(testcase.getAttribute("name")).isEqualTo("line 30: PutObject examplebucket/b.txt");
    assertThat(testcase.getAttribute("classname")).isEqualTo("scenarios/canary.yaml");
    assertThat(failure.getAttribute("message"))
        .isEqualTo("deliveries[0].decision: expected allowed, actual implicitDeny (and 1 more)");
    assertThat(failure.getTextContent())
        .contains("scenarios/canary.yaml:33:13  deliveries[0].decision\n  expected  allowed\n")
        .contains("scenarios/canary.yaml:34:13  deliveries[0].result");
  }

  @Test
  void lastsUntilTheNextStep_whenTimeAdvances() throws Exception {
    List<Element> cases = elements(parsed(JunitReport.of(SampleReports.passing())), "testcase");

    assertThat(cases.get(8).getAttribute("name")).isEqualTo("line 64: Advance 3m");
    assertThat(cases.get(8).getAttribute("time")).isEqualTo("180.000");
    assertThat(cases.get(9).getAttribute("time")).isEqualTo("0.001");
  }

  @Test
  void tellsTheStory_inSystemOut() throws Exception {
    Element told = elements(parsed(JunitReport.of(SampleReports.passing())), "system-out").get(0);

    assertThat(told.getTextContent()).contains("allowed by statement 1", "✓ 10 steps");
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
