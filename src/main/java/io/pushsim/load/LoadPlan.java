package io.pushsim.load;

import java.time.Duration;

/**
 * What is asked for.
 *
 * @param rate over the duration
 * @param even whether pushes follow each other at equal distances, and not by chance
 * @param warmUp a time before it that is not measured
 * @param drain how long to wait at the end for what is still under way
 * @param mostUnderWay with more pushes under way than this the load ends: they come faster than
 *     they are done
 */
public record LoadPlan(
    RatePlan rate,
    boolean even,
    Duration duration,
    Duration warmUp,
    Duration drain,
    int mostUnderWay,
    long seed) {}
