package org.caucus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/dev/seconds}, by which the suite does not grow unseen. */
class TestSecondsTest {
  private static final String SCRIPT = Checkout.root("infra/dev/seconds").toString();

  @TempDir Path directory;
  private Path reports;

  @BeforeEach
  void record() throws Exception {
    reports = Files.createDirectory(directory.resolve("reports"));
    took(Map.of("CrashTest", "17.4", "NodesTest", "1,042.5", "ViewsTest", "20", "TrieTest", "0.2"));
    assertThat(run("--record").status()).isZero();
  }

  private record Done(int status, String said) {}

  private Done run(String... words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(SCRIPT);
    builder.command().addAll(List.of(words));
    builder.environment().put("SECONDS_OF", reports.toString());
    builder.environment().put("SECONDS_RECORD", directory.resolve("record").toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Done(process.waitFor(), said);
  }

  private void took(Map<String, String> seconds) throws IOException {
    for (Map.Entry<String, String> one : seconds.entrySet()) {
      Files.writeString(
          reports.resolve("TEST-org.caucus." + one.getKey() + ".xml"),
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <testsuite version="3.0.2" name="org.caucus.%s" time="%s" tests="1">
            <testcase name="one" classname="org.caucus.%s" time="0.1"/>
          </testsuite>
          """
              .formatted(one.getKey(), one.getValue(), one.getKey()));
    }
  }

  @Test
  void whatTookAsLongAsRecordedPassesOnASlowMachineToo() throws Exception {
    assertThat(run().said()).startsWith("The classes of the server took 1080 s, 1.00 times");

    took(Map.of("CrashTest", "35.1", "NodesTest", "2,085", "ViewsTest", "40", "TrieTest", "0.4"));

    assertThat(run().said()).startsWith("The classes of the server took 2160 s, 2.00 times");
    assertThat(run().status()).isZero();
  }

  @Test
  void aClassThatDoubledIsNamedAndPasses() throws Exception {
    took(Map.of("CrashTest", "41.5", "TrieTest", "7"));

    assertThat(run().status()).isZero();
    assertThat(run().said())
        .contains("Slower than recorded: org.caucus.CrashTest took 41.5 s, 17.4 s were expected")
        .contains("Slower than recorded: org.caucus.TrieTest took 7.0 s, 1.0 s were expected")
        .doesNotContain("ViewsTest");
  }

  @Test
  void aSumThatGrewFails() throws Exception {
    took(Map.of("NewTest", "600"));

    assertThat(run().said())
        .contains("Together they took more than the record allows here, 1620 s");
    assertThat(run().status()).isEqualTo(1);
  }

  @Test
  void aPartOfTheSuiteIsNotComparedWithAllOfIt() throws Exception {
    Files.delete(reports.resolve("TEST-org.caucus.NodesTest.xml"));

    assertThat(run().said()).endsWith("Not all of them ran: their sum is not compared.\n");
  }
}
