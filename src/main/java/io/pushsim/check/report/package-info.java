/** Tells what a check came to: on a terminal, as JSON, SARIF, Markdown and as a page. */
@NullMarked
package io.pushsim.check.report;

import org.jspecify.annotations.NullMarked;
