/** Holds the built distribution, {@code target/pushsim}, and its launcher to what they promise. */
@NullMarked
package io.pushsim.distribution;

import org.jspecify.annotations.NullMarked;
