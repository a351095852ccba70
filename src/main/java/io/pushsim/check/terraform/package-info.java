/** Reads what {@code terraform show -json} says of a plan or a state. */
@NullMarked
package io.pushsim.check.terraform;

import org.jspecify.annotations.NullMarked;
