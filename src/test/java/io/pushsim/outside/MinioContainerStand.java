package io.pushsim.outside;

import io.pushsim.testing.LiveServer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.Testcontainers;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.utility.DockerImageName;

/** MinIO in a container, on one port of this machine for as long as it is there. */
record MinioContainerStand(LiveServer pushsim, MinIOContainer container, AtomicInteger starts)
    implements S3Stand {
  /** Where a container finds this machine; pushsim must know that it is called so. */
  static final String THIS_MACHINE = "host.testcontainers.internal";

  /**
   * The last image that MinIO published (quay.io; the ones of Docker Hub are gone).
   *
   * @param port of this machine, where the server is to listen
   */
  static MinioContainerStand start(LiveServer pushsim, int port) {
    Testcontainers.exposeHostPorts(pushsim.port());
    DockerImageName image =
        DockerImageName.parse("quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z")
            .asCompatibleSubstituteFor("minio/minio");
    MinIOContainer container =
        new MinIOContainer(image)
            .withUserName(MinioServer.ACCESS_KEY)
            .withPassword(MinioServer.SECRET_KEY);
    MinioIT.target("http://%s:%d".formatted(THIS_MACHINE, pushsim.port()))
        .forEach(container::withEnv);
    container.setPortBindings(List.of("127.0.0.1:%d:9000".formatted(port)));
    container.start();
    ServerProcess.awaitSaid(container::getLogs, MinioServer.READY, 1);
    return new MinioContainerStand(pushsim, container, new AtomicInteger(1));
  }

  @Override
  public String accessKey() {
    return MinioServer.ACCESS_KEY;
  }

  @Override
  public String secretKey() {
    return MinioServer.SECRET_KEY;
  }

  @Override
  public String region() {
    return "us-east-1";
  }

  @Override
  public Set<S3Capability> capabilities() {
    return MinioIT.CAPABILITIES;
  }

  @Override
  public void stopServer() {
    container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void startServer() {
    container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
    ServerProcess.awaitSaid(container::getLogs, MinioServer.READY, starts.incrementAndGet());
  }

  @Override
  public void close() {
    container.stop();
    pushsim.close();
  }
}
