/** What a load must reach, and whether it did. */
@NullMarked
package io.pushsim.load.threshold;

import org.jspecify.annotations.NullMarked;
