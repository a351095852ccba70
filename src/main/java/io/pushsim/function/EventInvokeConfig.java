package io.pushsim.function;

import java.time.Instant;
import java.util.Optional;

/**
 * What is done with the asynchronous invocations through one qualifier: how often they are tried
 * again, how old they may get, and where a record of each goes (PutFunctionEventInvokeConfig).
 *
 * @param maximumRetryAttempts after a function error, from 0 to 2; absent where none was given, and
 *     Lambda then tries again twice
 * @param maximumEventAgeInSeconds from 60 to 21,600; absent where none was given, and Lambda then
 *     keeps an event for six hours
 * @param onSuccess the ARN of the destination of what succeeded, as given
 * @param onFailure the ARN of the destination of what failed, as given
 */
public record EventInvokeConfig(
    Optional<Integer> maximumRetryAttempts,
    Optional<Integer> maximumEventAgeInSeconds,
    Optional<String> onSuccess,
    Optional<String> onFailure,
    Instant lastModified) {}
