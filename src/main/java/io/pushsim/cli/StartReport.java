package io.pushsim.cli;

import io.pushsim.eventsource.remote.RemoteS3;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What was found when a simulator was started.
 *
 * @param s3 how the S3 server behind is found, where there is one
 * @param objects the folder of the objects that pushsim keeps; empty where they are in memory
 * @param resumed how many events of an earlier run it goes on with
 * @param ahead where the simulated time begins that an earlier run has left ahead of the machine's
 */
record StartReport(
    Optional<RemoteS3.Report> s3, Optional<Path> objects, int resumed, Optional<Instant> ahead) {}
