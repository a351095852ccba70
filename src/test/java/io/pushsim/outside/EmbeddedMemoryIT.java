package io.pushsim.outside;

import io.pushsim.cli.ServeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;

/** The S3 within pushsim, with its objects in memory. */
@Tag("one-jdk")
class EmbeddedMemoryIT extends S3FrontContract {
  @Override
  S3Stand stand(Path folder) throws IOException {
    return EmbeddedStand.of(
        ServeSettings.onFreePort(),
        folder,
        EnumSet.of(
            S3Capability.VERSIONS, S3Capability.DELETE_MARKERS, S3Capability.DOUBLED_SLASHES));
  }
}
