/** Parses and prints ARNs, qualifiers, accounts, regions. */
@NullMarked
package io.pushsim.arn;

import org.jspecify.annotations.NullMarked;
