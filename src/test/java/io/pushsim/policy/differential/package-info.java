/** Policies and requests made by chance, for pushsim and other evaluators to decide alike. */
@NullMarked
package io.pushsim.policy.differential;

import org.jspecify.annotations.NullMarked;
