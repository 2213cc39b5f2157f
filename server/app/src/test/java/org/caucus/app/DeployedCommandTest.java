package org.caucus.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that is installed beside the service looks where the service looks. */
class DeployedCommandTest {
  private static final Path DEPLOY = Checkout.root("infra/deploy");
  private static final Pattern SECRETS =
      Pattern.compile("(?m)^(ImportCredential|LoadCredential\\w*|EnvironmentFile)=(\\S+)$");

  @TempDir Path place;
  private Path script;

  private record Done(int status, String said) {}

  @BeforeEach
  void install() throws IOException {
    String text = Files.readString(DEPLOY.resolve("caucus"));
    text = text.replaceFirst("(?m)^DATA=.*$", "DATA=" + place.resolve("data"));
    text = text.replaceFirst("(?m)^ENVIRONMENT=.*$", "ENVIRONMENT=" + place.resolve("caucus.env"));
    text = text.replaceFirst("(?m)^JAVA=.*$", "JAVA=" + place.resolve("bin/java"));
    script = program("caucus", text);
    program("java", "#!/bin/sh\necho java \"$@\" with CAUCUS_DATA=$CAUCUS_DATA\n");
    program("systemd-run", "#!/bin/sh\necho systemd-run \"$@\"\n");
    Files.writeString(place.resolve("caucus.env"), "");
    Files.createDirectory(place.resolve("data"));
  }

  private Path program(String name, String text) throws IOException {
    Path file = Files.createDirectories(place.resolve("bin")).resolve(name);
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private Done run(String state, String... words) throws IOException, InterruptedException {
    program("systemctl", "#!/bin/sh\necho " + state + "\n[ " + state + " = active ]\n");
    List<String> line = new ArrayList<>(List.of(script.toString()));
    line.addAll(List.of(words));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("PATH", place.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().remove("CAUCUS_DATA");
    var process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Done(process.exitValue(), said);
  }

  @Test
  void whileTheServiceIsStoppedItHasWhateverTheUnitHas() throws Exception {
    String unit = Files.readString(DEPLOY.resolve("caucus.service"));

    Done done = run("inactive", "followers");

    assertThat(done.said()).startsWith("systemd-run ").endsWith("caucus-server.jar followers\n");
    var named = SECRETS.matcher(unit).results().toList();
    assertThat(named).hasSizeGreaterThan(1);
    assertThat(named)
        .allSatisfy(
            setting ->
                assertThat(done.said())
                    .contains(
                        "--property="
                            + setting
                                .group()
                                .replace("/etc/caucus", place.toString())
                                .replace("caucus/caucus.env", "caucus.env")));
    assertThat(done.said()).contains("--setenv=CAUCUS_DATA=" + place.resolve("data"));
  }

  @Test
  void besideAServiceThatRunsStartsOrStopsItGoesToThatService() throws Exception {
    for (String state : List.of("active", "activating", "deactivating", "reloading")) {
      assertThat(run(state, "followers").said())
          .as(state)
          .startsWith("java ")
          .contains("-Dcaucus.beside=true")
          .contains("CAUCUS_DATA=" + place.resolve("data"));
    }
  }

  @Test
  void theDoctorLooksFromOutsideWithTheSettingsOfTheUnit() throws Exception {
    assertThat(run("active", "doctor", "--json").said())
        .startsWith("systemd-run ")
        .endsWith("caucus-server.jar doctor --json\n")
        .doesNotContain("beside");
  }

  @Test
  void aBackupIsWrittenByRootBesideTheServiceAndRestoredWhileItIsStopped() throws Exception {
    assertThat(run("active", "backup", "/mnt/backups").said())
        .startsWith("systemd-run ")
        .contains("-Dcaucus.beside=true", "EnvironmentFile=", "ImportCredential=caucus-*")
        .contains("CAUCUS_DATA=" + place.resolve("data"))
        .doesNotContain("DynamicUser");
    assertThat(run("inactive", "restore", "/mnt/backups").said()).startsWith("systemd-run ");
    for (String words : List.of("restore /mnt/backups", "move --to server")) {
      Done running = run("active", words.split(" "));
      assertThat(running.status()).as(words).isEqualTo(1);
      assertThat(running.said()).contains("The service runs. Nothing was done. Stop it");
    }
  }

  @Test
  void aNewMasterKeyNeedsNoInstallation() throws Exception {
    Files.delete(place.resolve("data"));
    Files.delete(place.resolve("caucus.env"));

    assertThat(run("inactive", "keys", "new").said()).startsWith("java ").doesNotContain("beside");
    assertThat(run("inactive", "--version").said()).startsWith("java ");
  }

  @Test
  void whereNothingIsInstalledNothingIsMade() throws Exception {
    Files.delete(place.resolve("data"));

    Done stopped = run("inactive", "followers");

    assertThat(stopped.status()).isEqualTo(1);
    assertThat(stopped.said()).contains("Nothing was done");
    assertThat(run("inactive", "import", "file").said()).startsWith("systemd-run ");
    Files.delete(place.resolve("caucus.env"));
    assertThat(run("inactive", "import", "file").status()).isEqualTo(1);
  }
}
