package org.caucus.e2e.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.kernel.support.Clocks;
import org.jspecify.annotations.Nullable;

/**
 * The distribution's Chromium, started once for all the tests of a process: a start costs seconds,
 * and what tests must not share, they do not: each visitor has a context of its own.
 */
final class Chromium {
  /**
   * The same engine without the windows, toolbars and their processes, which nobody sees here: a
   * fifth to a half of what a test computes. Then the one that people use.
   */
  private static final List<Path> PROGRAMS =
      List.of(Path.of("/usr/lib/chromium/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

  /** Names another program: what a browser's windows cost is part of what a bench measures. */
  private static final String CHOICE = "CAUCUS_CHROMIUM";

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static @Nullable Browser running;

  private Chromium() {}

  /**
   * One that runs, with nothing open. Playwright ends it with this process. Skips the class, and
   * says so, where there is no Chromium.
   */
  static Browser running() {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      System.out.println("Skipped the browser tests: there is none of " + PROGRAMS);
    }
    assumeTrue(program.isPresent(), "no Chromium");
    Browser browser = running;
    if (browser == null || !browser.isConnected()) {
      browser = start(program.get());
      running = browser;
    }
    return browser;
  }

  private static Optional<Path> program() {
    String chosen = System.getenv(CHOICE);
    return chosen == null
        ? PROGRAMS.stream().filter(Files::isExecutable).findFirst()
        : Optional.of(Path.of(chosen));
  }

  /**
   * One of its own that keeps pages which somebody left and shows notifications, as people's do,
   * and as the one without windows never does; close it.
   */
  static Browser whole() {
    Path program = PROGRAMS.getLast();
    assumeTrue(Files.isExecutable(program), "no whole Chromium");
    return start(program, List.of("--disable-back-forward-cache"));
  }

  private static Browser start(Path program) {
    return start(program, List.of());
  }

  private static Browser start(Path program, List<String> without) {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    PlaywrightAssertions.setDefaultAssertionTimeout((double) Clocks.LONG.toMillis());
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setArgs(FLAGS)
                .setIgnoreDefaultArgs(without)
                .setHeadless(true));
  }
}
