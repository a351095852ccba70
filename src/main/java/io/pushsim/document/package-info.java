/** Reads YAML and JSON into trees that know where everything stands. */
@NullMarked
package io.pushsim.document;

import org.jspecify.annotations.NullMarked;
