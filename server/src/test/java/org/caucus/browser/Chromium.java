package org.caucus.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.caucus.Clocks;
import org.jspecify.annotations.Nullable;

/**
 * The distribution's Chromium, started once for all the tests of a process: a start costs seconds,
 * and what tests must not share, they do not: each visitor has a context of its own.
 */
final class Chromium {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

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
    if (!Files.isExecutable(PROGRAM)) {
      System.out.println("Skipped the browser tests: there is no " + PROGRAM);
    }
    assumeTrue(Files.isExecutable(PROGRAM), "no Chromium");
    Browser browser = running;
    if (browser == null || !browser.isConnected()) {
      browser = start();
      running = browser;
    }
    return browser;
  }

  /** Closes what a test left open. */
  static void tidy(Browser browser) {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
  }

  private static Browser start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    PlaywrightAssertions.setDefaultAssertionTimeout((double) Clocks.LONG.toMillis());
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(PROGRAM)
                .setArgs(FLAGS)
                .setHeadless(true));
  }
}
