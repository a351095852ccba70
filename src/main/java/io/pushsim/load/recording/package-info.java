/** Reads files of recorded notifications, which a load sends again. */
@NullMarked
package io.pushsim.load.recording;

import org.jspecify.annotations.NullMarked;
