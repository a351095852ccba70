/**
 * A pushsim that is asked over HTTP, as the target of a load: by its webhook, by Invoke, or by the
 * S3 server before it; and what comes of pushes, followed.
 */
@NullMarked
package io.pushsim.load.remote;

import org.jspecify.annotations.NullMarked;
