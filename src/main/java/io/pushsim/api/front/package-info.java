/** S3's requests about objects, passed on to a server that keeps them. */
@NullMarked
package io.pushsim.api.front;

import org.jspecify.annotations.NullMarked;
