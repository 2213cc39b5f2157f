package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * The distribution's ClamAV daemon, with one signature of its own: that of EICAR's test file, which
 * is no malware and found by all.
 */
final class Clamav {
  /** The test file, in two halves: so that no scanner finds this source. */
  static final byte[] EICAR =
      ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
          .getBytes(US_ASCII);

  /** Wherever it stands in what is looked at. */
  private static final String SIGNATURE =
      "Caucus.Test.Eicar:0:*:" + HexFormat.of().formatHex(EICAR) + "\n";

  private static final Path PROGRAM = Path.of("/usr/sbin/clamd");
  private static final int LOOKS = 600;
  private static final long LOOK_MILLIS = 50;

  private final Path home;
  private Process process;

  Clamav() throws IOException {
    home = Files.createTempDirectory("clamav");
    Path signatures = Files.createDirectory(home.resolve("signatures"));
    Files.writeString(signatures.resolve("caucus.ndb"), SIGNATURE);
    Files.writeString(
        home.resolve("clamd.conf"),
        """
        LocalSocket %s
        DatabaseDirectory %s
        Foreground yes
        StreamMaxLength 30M
        """
            .formatted(socket(), signatures));
  }

  /** Whether it is installed; says so where it is not. */
  static boolean canRun() {
    boolean here = Files.isExecutable(PROGRAM);
    if (!here) {
      System.out.println("Skipped: " + PROGRAM + " is not installed, so no scanner is tried.");
    }
    return here;
  }

  String url() {
    return "unix:" + socket();
  }

  private Path socket() {
    return home.resolve("clamd.sock");
  }

  /** Returns when it listens. */
  Clamav start() throws IOException, InterruptedException {
    process =
        new ProcessBuilder(PROGRAM.toString(), "--config-file=" + home.resolve("clamd.conf"))
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("clamd.log").toFile())
            .start();
    for (int look = 0; look < LOOKS && process.isAlive(); look++) {
      if (listens()) {
        return this;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return fail("it did not start: " + Files.readString(home.resolve("clamd.log")));
  }

  private boolean listens() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket()));
    } catch (IOException e) {
      return false;
    }
  }

  void stop() throws InterruptedException {
    if (process != null) {
      process.destroy();
      process.waitFor(20, TimeUnit.SECONDS);
    }
  }
}
