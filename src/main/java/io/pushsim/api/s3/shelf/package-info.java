/** S3's requests about objects, answered from what a simulator without a port keeps in memory. */
@NullMarked
package io.pushsim.api.s3.shelf;

import org.jspecify.annotations.NullMarked;
