/**
 * The AWS wire: Lambda's REST-JSON, S3's notification sub-resource and pushsim's own paths on one
 * port.
 */
@NullMarked
package io.pushsim.api;

import org.jspecify.annotations.NullMarked;
