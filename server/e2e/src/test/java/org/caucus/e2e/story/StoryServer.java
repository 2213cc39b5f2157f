package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.Wiring;
import org.caucus.kernel.support.Ports;
import org.caucus.mail.message.RawLetter;
import org.caucus.operator.Heard;
import org.caucus.operator.Shell;
import org.caucus.operator.cli.Console;
import org.caucus.platform.eventlog.Installation;

/** A whole server in this process, on free ports, with a mailbox for all it sends. */
final class StoryServer implements AutoCloseable {
  static final String OPERATOR = "amina@lantern.example";
  static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0";

  private static final Pattern JOIN = Pattern.compile("http://\\S+/join/([\\w.]+)");

  final Mailbox mailbox = new Mailbox();
  final URI base;
  final Settings settings;

  /** A workspace whose addresses take no mail any more; one for each house. */
  private String destroyed = "\n";

  private final Wiring wiring;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  StoryServer(Path data) throws IOException {
    this(data, Map.of());
  }

  /** With settings of its own. */
  StoryServer(Path data, Map<String, String> more) throws IOException {
    int port = Ports.free();
    Map<String, String> all = environment(data, port, mailbox.url());
    all.putAll(more);
    settings = Settings.from(all::get);
    base = settings.baseUrl();
    InstantSource clock = () -> Instant.now().plus(ahead.get());
    wiring = new Wiring(settings, clock).start(List.of());
  }

  static Map<String, String> environment(Path data, int port, String smtpUrl) {
    Map<String, String> all = new HashMap<>();
    all.put("CAUCUS_DATA", data.toString());
    all.put("CAUCUS_HTTP_PORT", Integer.toString(port));
    all.put("CAUCUS_SMTP_PORT", "0");
    all.put("CAUCUS_DOMAIN", "lists.example");
    all.put("CAUCUS_OPERATORS", OPERATOR);
    all.put("CAUCUS_TRUSTED_PEERS", "127.0.0.0/8");
    all.put("CAUCUS_SMTP_URL", smtpUrl);
    all.put("CAUCUS_NOTICE_SECONDS", "0");
    all.put(
        "CAUCUS_MAIL_WAITS", "none"); // no test waits the minute in which a post can be taken back
    return all;
  }

  /** What {@code caucus} says to these words, through the server that has the data directory. */
  String command(int status, String... words) {
    Heard operator = new Heard();
    assertThat(status(operator, words)).as("%s", operator.said).isEqualTo(status);
    return String.join("\n", operator.said) + String.join("\n", operator.noted);
  }

  /** Destroys a workspace by {@code caucus keys destroy}, at the running server. */
  void destroy(String workspace) {
    Console operator =
        new Console() {
          @Override
          public void say(String line) {}

          @Override
          public void note(String line) {}

          @Override
          public char[] secret(String prompt) {
            return workspace.toCharArray();
          }

          @Override
          public Path path(Path given) {
            return given;
          }
        };
    assertThat(status(operator, "keys", "destroy", workspace)).isZero();
    destroyed = workspace;
  }

  private int status(Console operator, String... words) {
    Shell.Opening taken =
        work -> {
          Installation.open(settings.data()).close();
          throw new AssertionError("the server has it");
        };
    return new Shell(settings.data(), operator).run(List.of(words), taken);
  }

  /** Turns the server's clock on. */
  void pass(Duration time) {
    ahead.updateAndGet(time::plus);
  }

  /** Someone who has just signed in. */
  Browser signedIn(String address, String device) {
    Browser browser = browser();
    browser.take(
        wiring
            .persons()
            .ensure(address, address.substring(0, address.indexOf('@')))
            .compose(p -> wiring.persons().beginSession(p.id(), device))
            .await());
    return browser;
  }

  /**
   * The operator, who has just signed in and opened a workspace with an organisation of civil
   * society and lists that all will read.
   */
  Browser founder(String workspace, String organisation, String... lists) {
    Browser founder = signedIn(OPERATOR, FIREFOX);
    JsonObject opened = named(workspace).put("convenor", "Amina");
    founder
        .post(
            "/api/workspaces",
            opened.put("organisation", named(organisation).put("side", "CIVIL_SOCIETY")))
        .id();
    for (String list : lists) {
      String path = "/api/workspaces/" + workspace + "/lists";
      founder.post(path, named(list).put("audience", "EVERYONE")).id();
    }
    return founder;
  }

  private static JsonObject named(String slug) {
    String name = slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1);
    return new JsonObject().put("slug", slug).put("name", name);
  }

  /** Has somebody invited; where anyone who has the letter takes the seat. */
  String invited(Browser by, String workspace, String address, String organisation, String role)
      throws InterruptedException {
    List<Mailbox.Mail> before = mailbox.to(address);
    JsonObject invitation = new JsonObject().put("address", address).put("role", role);
    by.post(workspace + "/invitations", invitation.put("organisation", organisation)).id();
    Mailbox.Mail mail =
        mailbox.await(address, m -> !before.contains(m) && JOIN.matcher(m.text()).find());
    Matcher link = JOIN.matcher(mail.text());
    assertThat(link.find()).isTrue();
    return "/api/invitations/" + link.group(1) + "/acceptance";
  }

  Browser browser() {
    return new Browser(base);
  }

  Wiring wiring() {
    return wiring;
  }

  int smtpPort() {
    return wiring.smtpPort();
  }

  /** Asks over SMTP whether answers to all letters that it sent are taken. */
  private void checkThatAllIsAnswerable() {
    List<RawLetter> letters =
        mailbox.all().stream()
            .map(Mailbox.Mail::letter)
            .filter(l -> !new String(l.head(), UTF_8).contains(destroyed + "+"))
            .distinct()
            .toList();
    MailClient.takesAnswers(smtpPort(), letters);
  }

  @Override
  public void close() {
    try {
      checkThatAllIsAnswerable();
    } finally {
      wiring.close();
      mailbox.close();
    }
  }
}
