/** Owns functions, published versions, aliases and weights; resolves a qualifier to a version. */
@NullMarked
package io.pushsim.function;

import org.jspecify.annotations.NullMarked;
