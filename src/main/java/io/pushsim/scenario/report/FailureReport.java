package io.pushsim.scenario.report;

/**
 * One expectation that did not hold.
 *
 * @param path where in the expectation, such as {@code deliveries[0].executedVersion}
 * @param line the expectation's line in the file
 * @param column its column
 * @param expected as written
 * @param actual what was there; "(absent)" where nothing was
 */
public record FailureReport(String path, int line, int column, String expected, String actual) {}
