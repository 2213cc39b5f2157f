package org.caucus.kernel.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the files of this checkout are, for tests that read them: a test runs in the directory of
 * one module, and what it reads may be in another.
 */
public final class Checkout {
  private static final Path ROOT = findRoot();

  private Checkout() {}

  private static Path findRoot() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(at.resolve("infra"))) {
      at = at.getParent();
    }
    return at;
  }

  /** A path from the root, such as {@code infra/demo}. */
  public static Path root(String path) {
    return ROOT.resolve(path);
  }

  /**
   * A file or directory of the server, by its path from the module that has it, such as {@code
   * src/main/resources/openapi.yaml}; the same below {@code server} if no module has it.
   */
  public static Path server(String path) {
    return bases()
        .map(module -> module.resolve(path))
        .filter(Files::exists)
        .findFirst()
        .orElse(root("server").resolve(path));
  }

  /** The source file of a test class, by its name below ours: {@code mail/dsn/KindsTest}. */
  public static Path test(String name) {
    return server("src/test/java/org/caucus/" + name + ".java");
  }

  /** The Java files of all modules, {@code main} or {@code test}. */
  public static List<Path> sources(String kind) {
    return bases()
        .map(module -> module.resolve("src").resolve(kind).resolve("java"))
        .filter(Files::isDirectory)
        .flatMap(Checkout::javaFiles)
        .sorted(Comparator.comparing(Checkout::name))
        .toList();
  }

  /**
   * A source file's path below ours, the same in whichever module: {@code mail/dsn/Bounce.java}.
   */
  public static Path name(Path source) {
    Path path = source.toAbsolutePath();
    for (int i = 0; i < path.getNameCount(); i++) {
      if (path.getName(i).endsWith("java") && path.getName(i + 2).endsWith("caucus")) {
        return path.subpath(i + 3, path.getNameCount());
      }
    }
    throw new IllegalArgumentException(source + " is no source file of ours");
  }

  /** The server's directory, and those of its modules. */
  private static Stream<Path> bases() {
    Path server = root("server");
    try (Stream<Path> below = Files.list(server)) {
      List<Path> modules = below.filter(Files::isDirectory).sorted().toList();
      return Stream.concat(Stream.of(server), modules.stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
