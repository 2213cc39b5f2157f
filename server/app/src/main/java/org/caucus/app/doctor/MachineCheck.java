package org.caucus.app.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The machine itself: clock, disk, memory. */
final class MachineCheck {
  private static final long MIB = 1024L * 1024;

  /** With less the database cannot write for long, in MiB. */
  private static final long LEAST_DISK = 500;

  /** With less a busy month fills it, in MiB. */
  private static final long SOUND_DISK = 5_000;

  /** What the service takes with 512 MB of heap, and the system beside it, in MiB. */
  private static final long SOUND_MEMORY = 950;

  private MachineCheck() {}

  static List<Finding> disk(Path data) {
    Path there = data.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null) {
      return List.of(
          Finding.fail("disk", "There is no disk for " + data + ".", "Set CAUCUS_DATA."));
    }
    long free = there.toFile().getUsableSpace() / MIB;
    String seen = free + " MiB are free for the data directory " + data + ".";
    String fix = "Make room, or move CAUCUS_DATA to a larger disk.";
    if (free < LEAST_DISK) {
      return List.of(Finding.fail("disk", seen + " A full disk stops all writing.", fix));
    }
    return List.of(free < SOUND_DISK ? Finding.warn("disk", seen, fix) : Finding.ok("disk", seen));
  }

  /** The JVM's view counts a container's limit as the machine's memory. */
  static List<Finding> memory() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long total = system.getTotalMemorySize() / MIB;
    String seen = "This machine, or the container's limit, has " + total + " MiB of memory.";
    return List.of(
        total < SOUND_MEMORY
            ? Finding.warn(
                "memory",
                seen,
                "Give it " + SOUND_MEMORY + " MiB or more, or set a smaller -Xmx in the unit.")
            : Finding.ok("memory", seen));
  }

  /** What the system says of its own clock; a sign-in code and a passkey's answer are timed. */
  static List<Finding> clock() throws InterruptedException {
    String fix = "Install systemd-timesyncd or chrony, then: timedatectl set-ntp true";
    try {
      Process asked =
          new ProcessBuilder("timedatectl", "show", "--property=NTPSynchronized", "--value")
              .redirectErrorStream(true)
              .start();
      if (!asked.waitFor(3, TimeUnit.SECONDS)) {
        asked.destroyForcibly();
        return List.of(unknown(fix));
      }
      String said =
          new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return switch (said) {
        case "yes" -> List.of(Finding.ok("clock", "The clock is set by the network."));
        case "no" ->
            List.of(
                Finding.warn(
                    "clock", "The clock is not set by the network: it goes wrong in time.", fix));
        default -> List.of(unknown(fix));
      };
    } catch (IOException e) {
      return List.of(unknown(fix));
    }
  }

  private static Finding unknown(String fix) {
    return Finding.warn("clock", "Nothing here says whether the clock is set by the network.", fix);
  }
}
