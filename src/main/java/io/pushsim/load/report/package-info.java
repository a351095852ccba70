/** Tells what came of a load: on a terminal, as JSON and as a page. */
@NullMarked
package io.pushsim.load.report;

import org.jspecify.annotations.NullMarked;
