package org.caucus.app.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.caucus.app.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The coalition as the demo founds it, once for all tests of a process: that takes a while. It has
 * the demo's own domain, and its letters have left.
 */
public final class Founded {
  private static @Nullable Path made;

  private Founded() {}

  /** Puts it into a data directory, where a demo that starts finds it. */
  public static void into(Path data) throws IOException {
    Path from = made();
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.toList()) {
        Path there = data.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(there);
        } else {
          Files.copy(one, there, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static synchronized Path made() throws IOException {
    Path founded = made;
    if (founded == null) {
      founded = Files.createTempDirectory("caucus-founded");
      Map<String, String> settings = new HashMap<>(Demo.DEFAULTS);
      settings.put("CAUCUS_DATA", founded.toString());
      settings.put("CAUCUS_HTTP_PORT", "0");
      settings.put("CAUCUS_SMTP_PORT", "0");
      settings.put("CAUCUS_MAIL_WAITS", "none");
      try (Demo demo =
          Demo.start(
              Settings.from(settings::get),
              new PrintStream(OutputStream.nullOutputStream(), true))) {
        demo.settled(); // or each test would send the rest of the letters once more
      }
      made = founded;
    }
    return founded;
  }
}
