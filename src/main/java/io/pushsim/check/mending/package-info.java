/** What mends a set-up: as AWS CLI commands, and as lines for the input it came from. */
@NullMarked
package io.pushsim.check.mending;

import org.jspecify.annotations.NullMarked;
