package io.pushsim.outside;

import io.pushsim.cli.ServeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;

/** The S3 within pushsim, with its objects in the folder where all else lasts too. */
@Tag("one-jdk")
class EmbeddedFolderIT extends S3FrontContract {
  @Override
  S3Stand stand(Path folder) throws IOException {
    return EmbeddedStand.of(
        ServeSettings.onFreePort().withData(folder.resolve("data")),
        folder,
        EnumSet.of(S3Capability.DOUBLED_SLASHES, S3Capability.LASTS));
  }
}
