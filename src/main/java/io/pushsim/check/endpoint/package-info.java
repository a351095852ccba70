/** Asks a running endpoint what is set up there, with calls that only read. */
@NullMarked
package io.pushsim.check.endpoint;

import org.jspecify.annotations.NullMarked;
