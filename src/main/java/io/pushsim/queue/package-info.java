/** SQS's queues, what they are set to, and the messages in them; topics and event buses, too. */
@NullMarked
package io.pushsim.queue;

import org.jspecify.annotations.NullMarked;
