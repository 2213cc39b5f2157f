package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.kernel.support.Clocks;

/**
 * A real Postfix, as the distribution has it, with a configuration and a queue of its own: in front
 * of the lists' domain, and the way to everybody else. It needs the rights of root, to be several
 * users.
 */
final class Postfix implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/postfix");
  private static final Path SERVICES = Path.of("/usr/share/postfix/master.cf.dist");
  private static final Duration PATIENCE = Clocks.LONG;

  private final Path home;
  private final int port;
  private final String more;

  /**
   * Starts it.
   *
   * @param lists where letters to the lists' domain go
   * @param others where all other letters go
   * @param more lines of main.cf besides those that are usual here
   */
  Postfix(Path home, int port, int lists, int others, String more)
      throws IOException, InterruptedException {
    this.home = home;
    this.port = port;
    this.more = more;
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String folder : List.of("etc", "spool", "data")) {
      Files.createDirectories(home.resolve(folder));
    }
    run("chown", "postfix", home.resolve("data").toString());
    certificate();
    Files.writeString(
        home.resolve("etc/transport"),
        "lists.example smtp:[127.0.0.1]:" + lists + "\n* smtp:[127.0.0.1]:" + others + "\n");
    Files.writeString(home.resolve("etc/main.cf"), main());
    Files.writeString(home.resolve("etc/master.cf"), services());
    try {
      run(PROGRAM.toString(), "-c", home.resolve("etc").toString(), "start");
    } catch (AssertionError failed) { // why stands in its log alone
      throw new AssertionError(failed.getMessage() + log(), failed);
    }
    awaitPort();
  }

  /** Whether one can be started here. */
  static boolean canRun() {
    return Files.isExecutable(PROGRAM) && "root".equals(System.getProperty("user.name"));
  }

  private String main() {
    return """
    compatibility_level = 3.6
    queue_directory = %1$s/spool
    data_directory = %1$s/data
    maillog_file = %1$s/log
    maillog_file_prefixes = %1$s
    inet_interfaces = loopback-only
    inet_protocols = ipv4
    myhostname = mail.example
    mydestination =
    local_recipient_maps =
    alias_maps =
    mynetworks = 127.0.0.0/8
    relay_domains = lists.example
    transport_maps = texthash:%1$s/etc/transport
    smtp_dns_support_level = disabled
    smtpd_tls_security_level = may
    smtpd_tls_cert_file = %1$s/etc/cert.pem
    smtpd_tls_key_file = %1$s/etc/key.pem
    smtpd_tls_received_header = yes
    minimal_backoff_time = 5s
    queue_run_delay = 5s
    """
            .formatted(home)
        + more;
  }

  /** A certificate that nobody vouches for, as many mail hosts have. */
  private void certificate() throws IOException, InterruptedException {
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=mail.example",
        "-addext",
        "subjectAltName=DNS:mail.example,DNS:localhost",
        "-keyout",
        home.resolve("etc/key.pem").toString(),
        "-out",
        home.resolve("etc/cert.pem").toString());
  }

  /** The distribution's own services, none in a prison of its own, and SMTP on our port. */
  private String services() throws IOException {
    try (Stream<String> lines = Files.lines(SERVICES)) {
      return lines
          .filter(line -> !line.isEmpty() && "# \t".indexOf(line.charAt(0)) < 0)
          .map(this::service)
          .collect(Collectors.joining("\n", "", "\n"));
    }
  }

  private String service(String line) {
    List<String> words = new ArrayList<>(Arrays.asList(line.split("\\s+")));
    if (words.get(0).equals("smtp") && words.get(1).equals("inet")) {
      words.set(0, "127.0.0.1:" + port);
    }
    words.set(4, "n");
    return String.join(" ", words);
  }

  private void awaitPort() throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return;
      } catch (IOException notYet) {
        Thread.sleep(100);
      }
    }
    throw new IOException("Postfix does not listen: " + log());
  }

  /** What it logged. */
  String log() throws IOException {
    Path log = home.resolve("log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** Runs a program to its end, and demands that it ends well. */
  static String run(String... line) throws IOException, InterruptedException {
    Path said = Files.createTempFile("caucus-run", ".out");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    String output = Files.readString(said);
    Files.delete(said);
    assertThat(ended).as(output).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  @Override
  public void close() throws IOException {
    Process stop =
        new ProcessBuilder(PROGRAM.toString(), "-c", home.resolve("etc").toString(), "stop")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    stop.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    assertThat(stop.exitValue()).isZero();
  }
}
