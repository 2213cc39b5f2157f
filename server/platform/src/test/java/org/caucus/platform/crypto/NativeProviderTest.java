package org.caucus.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caucus.kernel.support.Jvm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the native library does not load, the JDK does the same. Each case in a process of its own,
 * since a provider is one for all of a process.
 */
class NativeProviderTest {
  /** Its own switch to take the library from the system, where there is none. */
  private static final String REFUSED = "-Dcom.amazon.corretto.crypto.provider.useExternalLib=true";

  private static final String TOLD = "ciphers and signatures are those of the JDK";

  @TempDir Path directory;

  @Test
  void withoutItsLibraryEverythingIsSealedByTheJdkAndOneLineSaysSo() throws Exception {
    List<String> first = run(REFUSED);

    assertThat(first).filteredOn(line -> line.contains(TOLD)).hasSize(1);
    assertThat(first).contains("provider SUN").noneMatch(line -> line.contains("Exception:"));
  }

  @Test
  void whatOneHasSealedTheOtherOpens() throws Exception {
    List<String> plain = run(REFUSED);
    String workspace = after("workspace ", plain);

    List<String> fast = run(null, workspace);
    assertThat(fast).contains("read post 1").noneMatch(line -> line.contains(TOLD));
    assertThat(after("provider ", fast)).isEqualTo("AmazonCorrettoCryptoProvider");

    assertThat(run(REFUSED, workspace)).contains("read post 1", "read post 2");
  }

  private static String after(String start, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(lines.toString()));
  }

  private List<String> run(@Nullable String flag, String... workspace) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Jvm.java());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dlogback.configurationFile=logback.xml")); // that of a server, which tells more
    if (flag != null) {
      command.add(flag);
    }
    command.addAll(Jvm.classes());
    command.addAll(List.of(SealingProcess.class.getName(), directory.toString()));
    command.addAll(List.of(workspace));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = lines(process);
    assertThat(process.waitFor()).as("%s", lines).isZero();
    return lines;
  }

  private static List<String> lines(Process process) throws IOException {
    try (var out = process.inputReader(UTF_8)) {
      return out.lines().toList();
    }
  }
}
