/**
 * Reads CloudFormation and SAM templates: what they would make of buckets, functions and grants.
 */
@NullMarked
package io.pushsim.check.template;

import org.jspecify.annotations.NullMarked;
