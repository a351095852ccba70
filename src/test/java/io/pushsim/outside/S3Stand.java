package io.pushsim.outside;

import io.pushsim.testing.LiveServer;
import java.util.Set;

/** An S3 server with pushsim before it, as {@link S3FrontContract} sees it. */
interface S3Stand extends AutoCloseable {

  LiveServer pushsim();

  /** A key of the server's, which clients sign with. */
  String accessKey();

  String secretKey();

  /** The region that clients sign for, and their functions are in. */
  String region();

  Set<S3Capability> capabilities();

  /** Ends the server, while pushsim goes on; only where it {@link S3Capability#GOES_AWAY}. */
  void stopServer();

  /** Starts it again, with what it had. */
  void startServer();

  @Override
  void close();
}
