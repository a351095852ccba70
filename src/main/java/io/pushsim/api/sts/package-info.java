/** What of AWS's Security Token Service people ask a simulator: who am I. */
@NullMarked
package io.pushsim.api.sts;

import org.jspecify.annotations.NullMarked;
