package io.pushsim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Tag;

/**
 * Holds the rooms of {@code src/docs/architecture.md} against the code: direction, cycles,
 * libraries.
 */
@Tag("one-jdk")
@AnalyzeClasses(packages = "io.pushsim", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule arrowsPointDown =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("Top")
          .definedBy("io.pushsim", "io.pushsim.cli..")
          .layer("api")
          .definedBy("io.pushsim.api..")
          .layer("scenario")
          .definedBy("io.pushsim.scenario..")
          .layer("display")
          .definedBy("io.pushsim.display..")
          .layer("check")
          .definedBy("io.pushsim.check..")
          .layer("load")
          .definedBy("io.pushsim.load..")
          .layer("document")
          .definedBy("io.pushsim.document..")
          .layer("operation")
          .definedBy("io.pushsim.operation..")
          .layer("eventsource")
          .definedBy("io.pushsim.eventsource..")
          .layer("invocation")
          .definedBy("io.pushsim.invocation..")
          .layer("runtime")
          .definedBy("io.pushsim.runtime..")
          .layer("journal")
          .definedBy("io.pushsim.journal..")
          .layer("function")
          .definedBy("io.pushsim.function..")
          .layer("policy")
          .definedBy("io.pushsim.policy..")
          .layer("bucket")
          .definedBy("io.pushsim.bucket..")
          .layer("queue")
          .definedBy("io.pushsim.queue..")
          .layer("log")
          .definedBy("io.pushsim.log..")
          .layer("arn")
          .definedBy("io.pushsim.arn..")
          .layer("time")
          .definedBy("io.pushsim.time..")
          .layer("error")
          .definedBy("io.pushsim.error..")
          .whereLayer("Top")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("api")
          .mayOnlyBeAccessedByLayers("Top")
          .whereLayer("scenario")
          .mayOnlyBeAccessedByLayers("Top")
          .whereLayer("display")
          .mayOnlyBeAccessedByLayers("Top", "api", "scenario", "check", "load")
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("Top")
          .whereLayer("load")
          .mayOnlyBeAccessedByLayers("Top")
          .whereLayer("document")
          .mayOnlyBeAccessedByLayers("Top", "scenario", "check")
          .whereLayer("operation")
          .mayOnlyBeAccessedByLayers("Top", "api", "scenario", "check")
          .whereLayer("eventsource")
          .mayOnlyBeAccessedByLayers("Top", "api", "scenario", "check", "load", "operation")
          .whereLayer("invocation")
          .mayOnlyBeAccessedByLayers("Top", "api", "scenario", "operation", "eventsource")
          .whereLayer("runtime")
          .mayOnlyBeAccessedByLayers(
              "Top", "api", "scenario", "load", "operation", "eventsource", "invocation", "journal")
          .whereLayer("journal")
          .mayOnlyBeAccessedByLayers(
              "Top", "api", "scenario", "check", "load", "operation", "eventsource", "invocation")
          .whereLayer("function")
          .mayOnlyAccessLayers("arn", "time", "error")
          .whereLayer("policy")
          .mayOnlyAccessLayers("arn", "time", "error")
          .whereLayer("bucket")
          .mayOnlyAccessLayers("arn", "time", "error")
          .whereLayer("queue")
          .mayOnlyAccessLayers("arn", "error")
          .whereLayer("log")
          .mayOnlyAccessLayers("arn")
          .because("an event's way goes down the rooms, and nothing below knows who stands above");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching("io.pushsim.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a room is understood without those that use it");

  @ArchTest
  static final ArchRule pureRoomsUseNoLibrary =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.pushsim.arn..",
              "io.pushsim.error..",
              "io.pushsim.function..",
              "io.pushsim.policy..",
              "io.pushsim.bucket..",
              "io.pushsim.queue..",
              "io.pushsim.log..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("java..", "io.pushsim..", "org.jspecify..")
          .because("what AWS's rules are must be readable, and testable, without any library");

  @ArchTest
  static final ArchRule displayStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("io.pushsim.display..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("java..", "io.pushsim.display..", "org.jspecify..")
          .because("how things are shown is the same whatever is shown");

  @ArchTest
  static final ArchRule timeUsesVertxAtMost =
      noClasses()
          .that()
          .resideInAPackage("io.pushsim.time..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("java..", "io.pushsim..", "org.jspecify..", "io.vertx.core..")
          .because("real time waits on Vert.x's timers, virtual time on nothing");

  @ArchTest
  static final ArchRule vertxStaysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.pushsim.api..", "io.pushsim.cli..", "io.pushsim.time..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "io.netty..")
          .because("what is simulated must not know that it is served");

  @ArchTest
  static final ArchRule databaseStaysInTheJournal =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.pushsim.journal.disk..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
          .because("one room knows how things lie on disk");

  @ArchTest
  static final ArchRule graalStaysInRuntime =
      stayIn("org.graalvm..", "io.pushsim.runtime..", "guest code is run in one place");

  @ArchTest
  static final ArchRule yamlStaysInDocument =
      stayIn("org.snakeyaml..", "io.pushsim.document..", "files are read in one place");

  @ArchTest
  static final ArchRule documentUsesItsReadersOnly =
      noClasses()
          .that()
          .resideInAPackage("io.pushsim.document..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..",
              "io.pushsim.document..",
              "org.jspecify..",
              "org.snakeyaml.engine..",
              "com.fasterxml.jackson.core..")
          .because("what a file says is read without knowing what it is for");

  @ArchTest
  static final ArchRule jsonSchemaStaysInScenario =
      stayIn("com.networknt..", "io.pushsim.scenario..", "only scenario files have a schema");

  @ArchTest
  static final ArchRule histogramsStayInMeasurement =
      stayIn("org.HdrHistogram..", "io.pushsim.load.measurement..", "times are kept in one place");

  @ArchTest
  static final ArchRule statisticsStayInLoad =
      stayIn("org.apache.commons.statistics..", "io.pushsim.load..", "only a load draws samples");

  @ArchTest
  static final ArchRule micrometerStaysInAdmin =
      stayIn("io.micrometer..", "io.pushsim.api.admin..", "figures are read in one place");

  @ArchTest
  static final ArchRule minioClientStaysInEventsource =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.pushsim.eventsource..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.minio..", "okhttp3..")
          .because("how a MinIO server is spoken to is the business of where its events come from");

  @ArchTest
  static final ArchRule picocliStaysInCli =
      stayIn("picocli..", "io.pushsim.cli..", "the command line is one way in among several");

  @ArchTest
  static final ArchRule jacksonStaysWhereJsonIsRead =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.pushsim.operation..",
              "io.pushsim.eventsource..",
              "io.pushsim.invocation.destination..",
              "io.pushsim.journal.disk..",
              "io.pushsim.document..",
              "io.pushsim.scenario..",
              "io.pushsim.check..",
              "io.pushsim.load.recording..",
              "io.pushsim.load.report..",
              "io.pushsim.load.remote..",
              "io.pushsim.api..",
              "io.pushsim.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..")
          .because("JSON is a form of the outside; inside are records");

  @ArchTest
  static final ArchRule s3proxyStaysInTheEmbeddedS3 =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.pushsim.eventsource.embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.gaul..", "jakarta.servlet..", "com.google.common.jimfs..")
          .because("what keeps the objects is known in one place");

  @ArchTest
  static final ArchRule theAwsSdkStaysWhereItSpeaks =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.pushsim.eventsource.embedded..", "io.pushsim.check.endpoint..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..")
          .because(
              "its words are s3proxy's, its clients ask an endpoint, and its start takes time");

  private static ArchRule stayIn(String library, String room, String reason) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because(reason);
  }
}
