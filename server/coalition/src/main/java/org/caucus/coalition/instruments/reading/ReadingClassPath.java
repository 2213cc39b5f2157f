package org.caucus.coalition.instruments.reading;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Where the classes are that read documents: beside those of the server, never among them. */
final class ReadingClassPath {
  /** Names another place, for a build that is not installed. */
  private static final String PROPERTY = "caucus.reading";

  private static final String FOLDER = "reading";

  private ReadingClassPath() {}

  /** The folder {@code reading} beside {@code lib}; from classes that were only compiled, ours. */
  static String find() {
    String named = System.getProperty(PROPERTY, "");
    if (!named.isEmpty()) {
      return named;
    }
    Path folder = beside();
    boolean isInstalled = folder != null && Files.isDirectory(folder);
    return isInstalled ? folder + File.separator + "*" : System.getProperty("java.class.path");
  }

  private static @Nullable Path beside() {
    CodeSource source = ReadingClassPath.class.getProtectionDomain().getCodeSource();
    try {
      Path here = source == null ? null : Path.of(source.getLocation().toURI());
      Path lib = here != null && Files.isRegularFile(here) ? here.getParent() : null;
      return lib == null ? null : lib.resolveSibling(FOLDER);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
