package org.caucus.e2e.browser;

import com.microsoft.playwright.Browser;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.app.demo.Demo;
import org.caucus.app.demo.Founded;
import org.caucus.app.settings.Settings;
import org.caucus.kernel.support.Ports;

/**
 * The demo's server on free ports and one Chromium; each {@link Visitor} has a context of its own.
 */
final class Stage implements AutoCloseable {
  private static int lastPort;

  private final Settings settings;
  private final AtomicReference<Duration> ahead;
  private final JsonObject told;
  private final Browser browser;
  private Demo demo;
  private boolean savesData;

  private Stage(
      Settings settings,
      Demo demo,
      AtomicReference<Duration> ahead,
      JsonObject told,
      Browser browser) {
    this.settings = settings;
    this.demo = demo;
    this.ahead = ahead;
    this.told = told;
    this.browser = browser;
  }

  /** On the embedded database. Skips the class, and says so, where there is no Chromium. */
  static Stage open(Path data) throws IOException {
    return open(data, Map.of());
  }

  /** With settings of its own. */
  static Stage open(Path data, Map<String, String> more) throws IOException {
    Browser browser = Chromium.running();
    Map<String, String> settings = new HashMap<>(Demo.DEFAULTS);
    settings.put("CAUCUS_DATA", data.toString());
    // links in pages and mail carry the port, so it has to be known before the server listens
    settings.put("CAUCUS_HTTP_PORT", Integer.toString(port()));
    settings.put("CAUCUS_SMTP_PORT", "0");
    settings.put("CAUCUS_MAIL_WAITS", "none");
    settings.putAll(more);
    Settings used = Settings.from(settings::get);
    if (used.mongodbUri() == null) {
      Founded.into(data);
    }
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    Demo demo = start(used, ahead);
    JsonObject told = new JsonObject(Files.readString(data.resolve("demo.json")));
    return new Stage(used, demo, ahead, told, browser);
  }

  /** The same for one stage after another: what browsers keep of the program is kept by address. */
  private static synchronized int port() {
    if (lastPort == 0 || !Ports.isFree(lastPort)) {
      lastPort = Ports.free();
    }
    return lastPort;
  }

  private static Demo start(Settings settings, AtomicReference<Duration> ahead) {
    return Demo.start(
        settings,
        new PrintStream(OutputStream.nullOutputStream(), true),
        () -> Instant.now().plus(ahead.get()));
  }

  /**
   * For tests that are not about the kept program: browsers save data from now on. To install the
   * worker and all views in each costs a sixth of what a test computes.
   */
  Stage savingData() {
    savesData = true;
    return this;
  }

  /** Turns the server's clock on. */
  void pass(Duration time) {
    ahead.updateAndGet(time::plus);
  }

  /** The server goes; the browsers stay. */
  void stopServer() {
    demo.close();
  }

  /** It comes back where it was. */
  void startServer() {
    demo = start(settings, ahead);
  }

  String base() {
    return told.getString("baseUrl");
  }

  int smtpPort() {
    return told.getJsonObject("smtp").getInteger("port");
  }

  /** What was mailed to people outside. */
  CaughtMail mail() {
    return new CaughtMail(settings.data().resolve("mail"));
  }

  /** Someone without a session. */
  Visitor stranger() {
    return savesData ? Visitor.savingData(browser, base()) : Visitor.arriving(browser, base());
  }

  /** Someone of the demo's cast, by the local part of their address. */
  Visitor seated(String local) {
    Visitor visitor = stranger();
    visitor.sitDown(local);
    return visitor;
  }

  @Override
  public void close() {
    Rested.tidy(browser, base());
    demo.close();
  }
}
