package io.pushsim.check.saved;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which account and region the answers in a folder and below it were given, where
 * get-caller-identity or an index in it says so.
 */
final class Surroundings {
  private final Gathering gathering;
  private final Map<Path, Told> accounts = new HashMap<>();
  private final Map<Path, Told> regions = new HashMap<>();

  private record Told(String value, Place place) {}

  Surroundings(Gathering gathering) {
    this.gathering = gathering;
  }

  void account(Saved by, String account) {
    tell(accounts, by, account, "account");
  }

  void region(Saved by, String region) {
    tell(regions, by, region, "region");
  }

  private void tell(Map<Path, Told> told, Saved by, String value, String what) {
    Path folder = by.path().getParent();
    Told other = told.putIfAbsent(folder, new Told(value, by.root().place()));
    if (other != null && !other.value().equals(value)) {
      gathering.problem(
          by.problem(
              "tells the %s %s, and %s tells %s of the same folder: give each %s a folder of its own"
                  .formatted(what, value, other.place(), other.value(), what)));
    }
  }

  /** The account of what is in the file, or what stands for it. */
  Text accountOf(Path file) {
    return nearest(accounts, file).map(Text::of).orElseGet(deployment()::accountText);
  }

  /** The region of what is in the file, where it is told. */
  Optional<Text> regionOf(Path file) {
    return nearest(regions, file).or(() -> deployment().region()).map(Text::of);
  }

  private Deployment deployment() {
    return gathering.deployment();
  }

  private static Optional<String> nearest(Map<Path, Told> told, Path file) {
    @Nullable Path folder = told.isEmpty() ? null : file.getParent();
    while (folder != null) {
      Told here = told.get(folder);
      if (here != null) {
        return Optional.of(here.value());
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}
