package org.caucus.app.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.Wiring;
import org.caucus.mail.smtp.catchall.CatchAllServer;
import org.caucus.mail.smtp.client.SmtpUrl;

/**
 * An invented coalition on a real server. Without a smarthost, outgoing mail goes by real SMTP to a
 * catch-all on loopback, which keeps it as {@code .eml} files.
 */
public final class Demo implements AutoCloseable {
  /** What the demo sets unless the environment does. Letters from loopback are trusted. */
  public static final Map<String, String> DEFAULTS =
      Map.of(
          "CAUCUS_DATA", "demo-data",
          "CAUCUS_DOMAIN", "lists.example",
          "CAUCUS_NOTICE_SECONDS", "0",
          "CAUCUS_OPERATORS", "amina@lantern.example",
          "CAUCUS_TRUSTED_PEERS", "127.0.0.0/8,::1/128");

  private final CatchAllServer catchAll;
  private final Wiring wiring;
  private final DemoWorkspace coalition;

  private Demo(CatchAllServer catchAll, Wiring wiring) {
    this.catchAll = catchAll;
    this.wiring = wiring;
    this.coalition = new DemoWorkspace(wiring);
  }

  /** Starts it and says on {@code out} how to get in. */
  public static Demo start(Settings settings, PrintStream out) {
    return start(settings, out, InstantSource.system());
  }

  /** The same by another clock. */
  public static Demo start(Settings settings, PrintStream out, InstantSource clock) {
    makeFolder(settings.data());
    CatchAllServer catchAll = new CatchAllServer(settings.data().resolve("mail"), 0, clock);
    catchAll.start();
    Settings used =
        settings.smtpUrl() == null
            ? settings.withSmarthost(
                SmtpUrl.parse("smtp://127.0.0.1:" + catchAll.port() + "?starttls=off"))
            : settings;
    Wiring wiring = new Wiring(used, clock);
    Demo demo = new Demo(catchAll, wiring);
    boolean fresh = demo.coalition.open();
    if (fresh) {
      new DemoHistory(demo.coalition).tell();
    }
    wiring.startMail();
    // before the first page: anyone who waits for that may read the file at once
    new DemoFile(wiring, used, demo.coalition.workspace()).write();
    wiring.startPages(List.of(new DemoPages(wiring, catchAll)));
    greet(used, wiring, out);
    return demo;
  }

  private static void makeFolder(Path data) {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("the data directory cannot be made", e);
    }
  }

  private static void greet(Settings settings, Wiring wiring, PrintStream out) {
    String base = settings.baseUrl().toString();
    out.println();
    out.println("Caucus demo: a coalition around a draft code of practice.");
    out.println("All organisations and people are invented; texts are invented or paraphrased.");
    out.println();
    out.println("  Take a seat     " + base + "/demo");
    out.println("  Outgoing mail   " + base + "/demo/mail");
    out.println("  Mail in         smtp://" + settings.smtpHost() + ":" + wiring.smtpPort());
    out.println("  For scripts     " + settings.data().resolve(DemoFile.NAME));
    out.println();
    out.println("Sign-in links (each opens a page with one button):");
    for (DemoMembers.Player player : DemoMembers.PLAYERS) {
      out.printf(
          "  %-17s %-9s %s/demo/enter/%s%n", player.name(), player.role(), base, player.local());
    }
    out.println();
    out.println("Ctrl-C stops it; a second start finds everything again.");
  }

  /** Waits until the letters about what it told have left. */
  void settled() {
    wiring.settled(coalition.workspace()).await();
  }

  @Override
  public void close() {
    wiring.close();
    catchAll.close();
  }
}
