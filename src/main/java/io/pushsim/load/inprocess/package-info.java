/** What a load can be driven at within this process. */
@NullMarked
package io.pushsim.load.inprocess;

import org.jspecify.annotations.NullMarked;
