package org.caucus.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the system says that a process has in memory, the free part of its heap included. */
public final class Resident {
  private Resident() {}

  /** This process, in MiB. */
  public static long mib() throws IOException {
    return mib("self");
  }

  /**
   * The same of another.
   *
   * @param process its number
   */
  public static long mib(String process) throws IOException {
    return mib(process, "VmRSS");
  }

  /**
   * A part of it.
   *
   * @param of {@code RssAnon} for what is the process's own, {@code RssFile} for pages of files
   *     that the system can take back, {@code VmHWM} for the most that there was of both
   */
  public static long mib(String process, String of) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", process, "status"))) {
      return lines
          .filter(line -> line.startsWith(of + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }
}
