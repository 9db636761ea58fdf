package dev.interact.importer.source;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Finds the files of the paths that a user gave. */
public final class InputFiles {
  private final Path output;
  private final Set<Path> seen = new HashSet<>();
  private final List<InputFile> files = new ArrayList<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();
  private final Map<String, String> refused = new LinkedHashMap<>();

  /**
   * @param output the folder that the import makes, which is no input
   */
  public InputFiles(Path output) {
    this.output = output.toAbsolutePath().normalize();
  }

  /** Files that may be read, in the order of paths and names; each once. */
  public List<InputFile> files() {
    return List.copyOf(files);
  }

  /** What is not looked at, by name, and why. */
  public Map<String, String> leftOut() {
    return leftOut;
  }

  /** What must not or cannot be looked at, by name, and why. */
  public Map<String, String> refused() {
    return refused;
  }

  /** Adds a file, or all files of a folder. */
  public void add(Path path) throws IOException {
    Path place = path.toAbsolutePath().normalize();
    if (Files.isDirectory(place)) {
      Files.walkFileTree(place, new Walk(place));
    } else {
      add(place, place.getParent(), true);
    }
  }

  /**
   * @param named whether the user named this very file, who may name a link
   */
  private void add(Path path, Path root, boolean named) throws IOException {
    String name = name(path, root);
    Path real = path.toRealPath();
    if (!named && !real.startsWith(root.toRealPath())) {
      refused.put(name, "is a link that leads out of its folder");
    } else if (Files.isDirectory(real)) {
      leftOut.put(name, "is a link to a folder, which is not followed");
    } else if (!Files.isRegularFile(real)) {
      refused.put(name, "is no file and no folder");
    } else if (seen.add(real)) {
      files.add(new InputFile(path, root, name));
    }
  }

  private static String name(Path path, Path root) {
    Path relative = root.relativize(path);
    return StreamSupport.stream(relative.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> found = new ArrayList<>();

    private Walk(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(output)) {
        leftOut.put(name(folder, root), "is the folder that the import makes");
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!folder.equals(root) && isHidden(folder)) {
        leftOut.put(name(folder, root), "is hidden");
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isHidden(file)) {
        leftOut.put(name(file, root), "is hidden");
      } else {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      refused.put(name(file, root), "cannot be read: " + e.getClass().getSimpleName());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
      if (folder.equals(root)) {
        for (Path file : found.stream().sorted(Comparator.naturalOrder()).toList()) {
          addWalked(file);
        }
      }
      return FileVisitResult.CONTINUE;
    }

    private void addWalked(Path file) throws IOException {
      try {
        add(file, root, false);
      } catch (NoSuchFileException e) {
        refused.put(name(file, root), "is a link that leads nowhere");
      } catch (FileSystemException e) {
        refused.put(name(file, root), "cannot be read: " + e.getReason());
      }
    }

    private static boolean isHidden(Path path) {
      return path.getFileName().toString().startsWith(".");
    }
  }
}
