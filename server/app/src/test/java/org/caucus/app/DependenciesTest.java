package org.caucus.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What we are built of is what we looked at: each library in the version and with the octets of
 * {@code server/dependencies.lock}. To take another in, run this test with {@code
 * CAUCUS_LOCK=write} set, read the difference, and commit it.
 */
class DependenciesTest {
  private static final Path LOCK = Checkout.server("dependencies.lock");

  private static final int PIECE = 1 << 16;

  private static final Pattern ARTIFACT =
      Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");

  /** Started us, from a shell or an editor; is in nothing that is built here. */
  private static final Pattern RUNS_TESTS =
      Pattern.compile("/(junit-platform-(console|launcher|reporting)|open-test-reporting-)");

  /**
   * Not for us, no matter who brings them along: known holes that come back, or no longer looked
   * after.
   */
  private static final List<String> BANNED =
      List.of(
          "org.apache.logging.log4j:log4j-core",
          "log4j:log4j",
          "commons-collections:commons-collections",
          "org.apache.commons:commons-text",
          "com.alibaba:fastjson",
          "org.codehaus.jackson:jackson-mapper-asl",
          "xalan:xalan",
          "org.yaml:snakeyaml:1");

  /**
   * Looked at: a class they share and is the same; a bundle that only a test's mail server brings.
   */
  private static final List<String> TWICE =
      List.of(
          "infinispan-commons-15.2.6.Final.jar and infinispan-commons-spi-15.2.6.Final.jar",
          "infinispan-commons-spi-15.2.6.Final.jar and infinispan-commons-15.2.6.Final.jar",
          "angus-mail-2.0.4.jar and jakarta.mail-2.0.5.jar",
          "jakarta.mail-2.0.5.jar and angus-mail-2.0.4.jar",
          "jakarta.mail-api-2.1.5.jar and jakarta.mail-2.0.5.jar",
          "jakarta.mail-2.0.5.jar and jakarta.mail-api-2.1.5.jar");

  /**
   * Piece by piece: one has 216 MB, for which a heap of much else is gone through again and again.
   */
  private static byte[] hash(Path file) throws Exception {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    try (InputStream octets = new DigestInputStream(Files.newInputStream(file), hash)) {
      byte[] piece = new byte[PIECE];
      while (octets.read(piece) >= 0) {}
    }
    return hash.digest();
  }

  private static Map<String, String> present() throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Matcher artifact = ARTIFACT.matcher(entry.replace('\\', '/'));
      if (artifact.matches() && !RUNS_TESTS.matcher(entry).find()) {
        String name =
            artifact.group(1).replace('/', '.') + ":" + artifact.group(2) + ":" + artifact.group(3);
        String file = entry.substring(entry.lastIndexOf('/') + 1);
        found.put(name + " " + file, HexFormat.of().formatHex(hash(Path.of(entry))));
      }
    }
    return found;
  }

  private static Map<String, String> locked() throws IOException {
    Map<String, String> locked = new TreeMap<>();
    for (String line : Files.readAllLines(LOCK)) {
      int last = line.lastIndexOf(' ');
      locked.put(line.substring(0, last), line.substring(last + 1));
    }
    return locked;
  }

  /** The libraries that caucus-server.jar names, where it was packaged, by their file. */
  private static Map<String, String> installed(Path server) throws Exception {
    Map<String, String> found = new TreeMap<>();
    try (JarFile jar = new JarFile(server.toFile())) {
      String names = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      for (String name : names.split(" ", -1)) {
        if (!name.startsWith("lib/caucus-")) {
          Path file = server.resolveSibling(name);
          found.put(file.getFileName().toString(), HexFormat.of().formatHex(hash(file)));
        }
      }
    }
    return found;
  }

  /** What tests run on and what is installed are resolved apart: both are held against the lock. */
  @Test
  void whatIsInstalledHasTheOctetsThatWereLookedAt() throws Exception {
    Path server = Checkout.root("server/target/caucus-server.jar");
    assumeTrue(Files.exists(server), "no jar was packaged");
    Map<String, String> known = new TreeMap<>();
    locked().forEach((name, hash) -> known.put(name.substring(name.indexOf(' ') + 1), hash));

    assertThat(installed(server)).hasSizeGreaterThan(50);
    assertThat(known).containsAllEntriesOf(installed(server));
  }

  @BeforeAll
  static void takeIn() throws Exception {
    if ("write".equals(System.getenv("CAUCUS_LOCK"))) {
      List<String> lines =
          present().entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
      Files.write(LOCK, lines);
    }
  }

  @Test
  void everyLibraryIsTheOneThatWasLookedAt() throws Exception {
    Map<String, String> present = present();
    Map<String, String> locked = locked();

    assertThat(present).hasSizeGreaterThan(60);
    assertThat(locked).as("see this class's comment").containsAllEntriesOf(present);
  }

  /** Which of two would be taken depends on the order of the class path. */
  @Test
  void noClassIsInTwoLibraries() throws Exception {
    Map<String, String> homes = new HashMap<>();
    Map<String, String> twice = new TreeMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (ARTIFACT.matcher(entry.replace('\\', '/')).matches()
          && !entry.contains("junit-platform-console")) {
        String library = entry.substring(entry.lastIndexOf('/') + 1);
        try (JarFile jar = new JarFile(entry)) {
          jar.stream()
              .map(JarEntry::getName)
              .filter(
                  n -> n.endsWith(".class") && !n.contains("-info.") && !n.startsWith("META-INF/"))
              .forEach(
                  n -> {
                    String other = homes.put(n, library);
                    if (other != null && !other.equals(library)) {
                      twice.put(other + " and " + library, n);
                    }
                  });
        }
      }
    }
    assertThat(homes).hasSizeGreaterThan(10_000);
    twice.keySet().removeAll(TWICE);
    assertThat(twice).isEmpty();
  }

  @Test
  void noLibraryIsThereInTwoVersionsOrBanned() throws Exception {
    Map<String, String> versions = new TreeMap<>();
    for (String name : locked().keySet()) {
      String artifact = name.split(" ", 2)[0];
      String id = artifact.substring(0, artifact.lastIndexOf(':'));
      String version = artifact.substring(id.length() + 1);
      assertThat(versions.merge(id, version, (a, b) -> a.equals(b) ? a : a + " and " + b))
          .as(id)
          .isEqualTo(version);
      assertThat(BANNED)
          .noneMatch(
              banned -> (artifact + ".").startsWith(banned + (banned.endsWith("1") ? "." : ":")));
    }
  }
}
