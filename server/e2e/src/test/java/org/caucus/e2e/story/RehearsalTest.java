package org.caucus.e2e.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.caucus.app.Main;
import org.caucus.kernel.support.Checkout;
import org.caucus.kernel.support.Jvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/deploy/rehearse}, by which an operator makes the cache a service starts with. */
@Tag("slow")
class RehearsalTest {
  private static final String SCRIPT = Checkout.root("infra/deploy/rehearse").toString();

  /** As in infra/deploy/caucus.service; a cache that cannot be used is an end here. */
  private static final List<String> AS_A_SERVICE =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:AOTMode=on", "-Xlog:disable");

  @TempDir Path directory;

  @Test
  void aServiceStartsFromWhatARehearsalMade() throws Exception {
    Path jar = server();
    Path cache = directory.resolve("caucus.aot");

    assertEquals(0, run(List.of(SCRIPT, jar.toString(), cache.toString()), "20"), this::said);

    List<String> service = new ArrayList<>(List.of(Jvm.java()));
    service.addAll(AS_A_SERVICE);
    service.addAll(List.of("-XX:AOTCache=" + cache, "--enable-native-access=ALL-UNNAMED"));
    service.addAll(
        List.of("--sun-misc-unsafe-memory-access=allow", "-jar", jar.toString(), "--help"));
    assertEquals(0, run(service, "20"), this::said);
  }

  @Test
  void whatCannotBeRehearsedIsNamed() throws Exception {
    Path missing = directory.resolve("missing.jar");
    assertEquals(1, run(List.of(SCRIPT, missing.toString()), "20"));
    assertTrue(said().contains("There is no " + missing), this::said);

    assertEquals(1, run(List.of(SCRIPT, server().toString()), "many"));
    assertTrue(said().contains("COMMENTS is a number"), this::said);
  }

  /** The server as its build packs it: a jar that names the others. */
  private Path server() throws IOException {
    Manifest manifest = new Manifest();
    Attributes all = manifest.getMainAttributes();
    all.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    all.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    all.put(
        Attributes.Name.CLASS_PATH,
        Jvm.jars(directory).stream()
            .map(one -> one.toUri().toString())
            .collect(Collectors.joining(" ")));
    Path jar = directory.resolve("caucus-server.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.flush();
    }
    return jar;
  }

  private int run(List<String> command, String comments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(k -> k.startsWith("CAUCUS_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("COMMENTS", comments);
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("said").toFile());
    return builder.start().waitFor();
  }

  private String said() {
    try {
      return Files.readString(directory.resolve("said"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
