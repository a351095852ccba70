package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.testing.Launched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real browser, which runs a page's script under the page's own policy. */
final class Browser {
  private Browser() {}

  /** What a page came to be, and what the browser had to say of it. */
  record Page(String dom, List<String> console) {}

  /**
   * Opens a page.
   *
   * @param folder for the page and the browser's own files
   * @param fragment of its address, with its sign
   */
  static Page open(Path folder, String html, String fragment) throws IOException {
    Path page = Files.writeString(folder.resolve("report.html"), html);
    Launched run =
        Launched.start(
                List.of(
                    "chromium",
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--user-data-dir=" + Files.createTempDirectory(folder, "browser"),
                    "--window-size=1300,1000",
                    "--enable-logging=stderr",
                    "--dump-dom",
                    page.toUri() + fragment),
                System.getenv(),
                folder)
            .await();
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new Page(
        run.out(), run.err().lines().filter(line -> line.contains(":CONSOLE")).toList());
  }
}
