/**
 * How things are shown to people: text that fits a terminal, pages that need nothing beside them,
 * figures, files written whole.
 */
@NullMarked
package io.pushsim.display;

import org.jspecify.annotations.NullMarked;
