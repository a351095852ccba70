/** What inputs say of buckets, rules, functions and grants, whatever form they came in. */
@NullMarked
package io.pushsim.check.setup;

import org.jspecify.annotations.NullMarked;
