package org.caucus.app.doctor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.caucus.app.doctor.Finding.Status;
import org.caucus.app.settings.CommandLineOptions;
import org.caucus.app.settings.SettingWarnings;
import org.caucus.app.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code caucus doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at an installation from outside, with the settings of the environment: settings, names"
          + " and ports for mail, smarthost, certificates, pages and proxy, database, machine,"
          + " backups, and what the running server says of itself. Sends one test letter and waits"
          + " for it. Makes no file. Takes at most 20 seconds."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:nothing fails; there may be warnings", "1:something fails"})
public final class DoctorCommand implements Callable<Integer> {
  private static final int WIDTH = 20;

  @CommandLine.Mixin CommandLineOptions options = new CommandLineOptions();

  @Option(names = "--json", description = "prints one JSON object instead of lines to read")
  boolean json;

  @Spec CommandSpec spec;

  /** Made by picocli. */
  public DoctorCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    List<Finding> findings = examine(options.over(Map.of()), System.getenv());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonArray checks = new JsonArray();
      findings.forEach(finding -> checks.add(finding.json()));
      out.println(new JsonObject().put("checks", checks).encodePrettily());
    } else {
      findings.forEach(finding -> print(finding, out));
      out.printf(
          "%n%d fail, %d warn, %d ok%n",
          count(findings, Status.FAIL), count(findings, Status.WARN), count(findings, Status.OK));
    }
    out.flush();
    return count(findings, Status.FAIL) == 0 ? 0 : 1;
  }

  private static void print(Finding finding, PrintWriter out) {
    out.printf("%-4s  %-" + WIDTH + "s %s%n", finding.status(), finding.name(), finding.detail());
    if (!finding.fix().isEmpty()) {
      out.printf("%" + (WIDTH + 7) + "s%s%n", "-> ", finding.fix());
    }
  }

  private static long count(List<Finding> findings, Status status) {
    return findings.stream().filter(finding -> finding.status() == status).count();
  }

  /** All findings under these settings. */
  static List<Finding> examine(
      Function<String, @Nullable String> source, Map<String, String> environment)
      throws InterruptedException {
    List<Finding> all = new ArrayList<>();
    Settings settings;
    try {
      settings = Settings.from(source);
    } catch (Settings.Bad bad) {
      String.valueOf(bad.getMessage()).lines().forEach(fault -> all.add(badSetting(fault)));
      all.addAll(Doctor.run(SystemChecks.ofMachine()));
      return all;
    }
    List<String> doubts = SettingWarnings.of(settings, environment);
    doubts.forEach(
        doubt ->
            all.add(
                Finding.warn("settings", doubt, "infra/deploy/caucus.env explains each setting.")));
    if (doubts.isEmpty()) {
      all.add(Finding.ok("settings", "All settings can be used."));
    }
    String backups = source.apply("CAUCUS_BACKUP_DIR");
    all.addAll(
        Doctor.run(
            new SystemChecks(
                    settings, backups == null || backups.isBlank() ? null : Path.of(backups))
                .all()));
    return all;
  }

  /** A fault says what is set, then what is allowed. */
  private static Finding badSetting(String fault) {
    int allowed = fault.indexOf(" Allowed: ");
    return Finding.fail(
        "settings",
        allowed < 0 ? fault : fault.substring(0, allowed),
        allowed < 0
            ? "Correct it. infra/deploy/caucus.env explains each setting."
            : fault.substring(allowed + 1));
  }
}
