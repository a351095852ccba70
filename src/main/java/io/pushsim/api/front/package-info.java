/**
 * The front before a real S3 server: passes S3's requests on as they are, and keeps for pushsim
 * what is pushsim's.
 */
@NullMarked
package io.pushsim.api.front;

import org.jspecify.annotations.NullMarked;
