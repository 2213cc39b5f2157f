package org.caucus.bench;

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
    try (Stream<String> lines = Files.lines(Path.of("/proc", process, "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }
}
