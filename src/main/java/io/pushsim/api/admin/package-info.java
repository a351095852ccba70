/** pushsim's own paths, under {@code /_pushsim/}: what happened, why, and what would. */
@NullMarked
package io.pushsim.api.admin;

import org.jspecify.annotations.NullMarked;
