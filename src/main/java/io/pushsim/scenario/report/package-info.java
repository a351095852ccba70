/**
 * What a replay came to, as data, and its forms: a story on the terminal, HTML, JSON, JUnit XML.
 */
@NullMarked
package io.pushsim.scenario.report;

import org.jspecify.annotations.NullMarked;
