package io.pushsim.outside;

import io.pushsim.testing.LiveServer;
import java.util.Set;

/** A program of the machine's with pushsim before it. */
record ProcessStand(
    LiveServer pushsim,
    ServerProcess server,
    String accessKey,
    String secretKey,
    Set<S3Capability> capabilities)
    implements S3Stand {

  @Override
  public String region() {
    return "us-east-1";
  }

  @Override
  public void stopServer() {
    server.stop();
  }

  @Override
  public void startServer() {
    server.startAgain();
  }

  @Override
  public void close() {
    server.close();
    pushsim.close();
  }
}
