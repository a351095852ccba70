/** Drives the served distribution with what other people wrote: AWS's own CLI and SDKs. */
@NullMarked
package io.pushsim.outside;

import org.jspecify.annotations.NullMarked;
