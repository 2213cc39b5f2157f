package org.caucus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Which Caucus this is, as the build wrote it. */
class VersionTest {
  private static String said(String... words) {
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true));
    assertThat(Main.execute(line, words)).isZero();
    return said.toString();
  }

  @Test
  void saysVersionAndCommitOrThatThereIsNone() {
    assertThat(Version.words("1.2.3+0123456789ab")).isEqualTo("caucus 1.2.3, commit 0123456789ab");
    assertThat(Version.words("1.2.3+unknown")).contains("1.2.3", "without git");
    assertThat(Version.words(null)).contains("unknown").doesNotContain("null");
  }

  @Test
  void modulesOfTwoBuildsAreRefusedByName() {
    assertThat(Version.mixed("1.2.3+aaa", "lib/caucus-mail-1.2.3.jar", "1.2.3+bbb"))
        .contains("two builds", "lib/caucus-mail-1.2.3.jar", "1.2.3+aaa", "1.2.3+bbb");
    assertThat(Version.mixed("1.2.3+aaa", "lib/caucus-mail-1.2.3.jar", "1.2.3+aaa")).isNull();
    assertThat(Version.mixed(null, "classes", null)).isNull();
    assertThat(Version.mixed()).isNull();
  }

  @Test
  void everyCommandSaysTheSame() {
    assertThat(said("--version")).startsWith("caucus");
    assertThat(said("serve", "--version")).isEqualTo(said("--version"));
    assertThat(said("sessions", "end", "--version")).isEqualTo(said("--version"));
  }

  @Test
  void theHelpOfServeSaysWhatItNeedsAndItsExitStatus() {
    assertThat(said("serve", "--help"))
        .contains("CAUCUS_SMTP_URL is needed", "--smtp-port", "CAUCUS_DATA, caucus-data")
        .contains("it did not start, and says why");
  }
}
