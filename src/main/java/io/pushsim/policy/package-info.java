/**
 * Keeps resource policies by exact ARN; decides, purely, says why and what grant would mend a deny.
 */
@NullMarked
package io.pushsim.policy;

import org.jspecify.annotations.NullMarked;
