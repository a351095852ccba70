package io.pushsim.check.input;

import io.pushsim.document.Problem;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that the paths of a command line name. A file is taken as it is. A folder stands
 * for what in it and below it could be an input, by the end of its name; what is hidden and what
 * tools have put there is passed over.
 */
final class InputFiles {
  private static final int MOST = 100_000;
  private static final List<String> ENDINGS =
      List.of(".json", ".yaml", ".yml", ".template", ".txt");

  /** Where tools put what they fetch or build. Those of Terraform and SAM are hidden. */
  private static final Set<String> TOOLS = Set.of("node_modules");

  private final int most;
  private final Map<Path, FoundFile> found = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * A file.
   *
   * @param name as the person named it, or the folder around it
   * @param given whether the file itself was named
   */
  record FoundFile(String name, Path path, boolean given) {
    /** Whether the name ends so, in any case of letters. */
    boolean endsWith(String ending) {
      return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }
  }

  private InputFiles(int most) {
    this.most = most;
  }

  /** The files in the order of the paths, those of a folder by name, each once. */
  static InputFiles of(List<Path> paths) {
    return of(paths, MOST);
  }

  /**
   * @param most how many files are taken
   */
  static InputFiles of(List<Path> paths, int most) {
    InputFiles files = new InputFiles(most);
    paths.forEach(files::add);
    return files;
  }

  List<FoundFile> found() {
    return List.copyOf(found.values());
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void add(Path path) {
    String name = name(path);
    if (!Files.exists(path)) {
      problems.add(
          Problem.ofFile(name, "there is no such file or folder: is the path spelt as it should?"));
    } else if (Files.isDirectory(path)) {
      addFolder(name, path);
    } else {
      put(new FoundFile(name, path, true));
    }
  }

  private static String name(Path path) {
    return path.toString().replace('\\', '/');
  }

  // A file that was named itself stays so, wherever else it is found.
  private void put(FoundFile file) {
    found.merge(
        file.path().toAbsolutePath().normalize(),
        file,
        (former, latter) -> latter.given() ? latter : former);
  }

  private void addFolder(String name, Path folder) {
    Walk walk = new Walk(folder);
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    } catch (IOException unreadable) {
      problems.add(unreadable(folder, unreadable));
    }
    walk.files.sort(Comparator.comparing(FoundFile::name));
    walk.files.forEach(this::put);
    if (walk.full) {
      problems.add(
          Problem.ofFile(
              name,
              "has more than %d files that could be inputs: name the folders within it that matter"
                  .formatted(most)));
    } else if (walk.files.isEmpty()) {
      problems.add(
          Problem.ofFile(
              name,
              "there is no input in this folder: it would be a *.json, *.yaml, *.yml or *.template file"
                  + (walk.terraform ? "; of *.tf files give " + Inputs.PLAN : "")));
    }
  }

  private static Problem unreadable(Path path, IOException why) {
    return Problem.ofFile(
        name(path), "cannot be read (" + why + "): may you read it, and is it there?");
  }

  /** Gathers what could be inputs. Each folder is entered once, however many links lead to it. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Set<Object> entered = new HashSet<>();
    private final List<FoundFile> files = new ArrayList<>();
    private boolean full;
    private boolean terraform;

    Walk(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean inside = !folder.equals(root);
      boolean again = attributes.fileKey() != null && !entered.add(attributes.fileKey());
      return (inside && isPassedOver(folder)) || again
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    private boolean isPassedOver(Path path) {
      String last = path.getFileName().toString();
      return last.startsWith(".") || TOOLS.contains(last);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String last = file.getFileName().toString().toLowerCase(Locale.ROOT);
      if (last.endsWith(".tf")) {
        terraform = true;
      }
      if (last.startsWith(".") || attributes.isOther() || !couldBeInput(last)) {
        return FileVisitResult.CONTINUE;
      }
      if (found.size() + files.size() == most) {
        full = true;
        return FileVisitResult.TERMINATE;
      }
      files.add(new FoundFile(name(file), file, false));
      return FileVisitResult.CONTINUE;
    }

    private boolean couldBeInput(String last) {
      for (String ending : ENDINGS) {
        if (last.endsWith(ending)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
      // A link around in a circle leads to nothing new.
      if (!(why instanceof FileSystemLoopException) && !isPassedOver(file)) {
        problems.add(unreadable(file, why));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
      if (why != null) {
        problems.add(unreadable(folder, why));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
