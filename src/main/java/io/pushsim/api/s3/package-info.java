/**
 * S3's REST-XML: documents in the names of the wire, and the parameters and answers of operations
 * in the names of AWS's SDKs.
 */
@NullMarked
package io.pushsim.api.s3;

import org.jspecify.annotations.NullMarked;
