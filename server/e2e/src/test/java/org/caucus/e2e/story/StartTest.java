package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.Wiring;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that cannot be is refused, and the operator told why in a sentence. */
@Tag("slow")
class StartTest {
  private static final int REFUSED = 2;

  @TempDir Path data;

  @Test
  void aSecondProcessOnTheSameDataDirectoryRefusesAndSaysWhy() throws Exception {
    try (StoryServer house = new StoryServer(data);
        Child second = new Child("serve", data, house("0", house))) {
      assertThat(second.ended()).isEqualTo(REFUSED);
      assertThat(second.said()).contains("Caucus did not start.", "in use").doesNotContain("\tat ");
      assertThat(house.browser().get("/health").status()).isEqualTo(200);
    }
  }

  /** Else the servers of the suite, each begun in the same process, would fill its memory. */
  @Test
  void ofOneThatIsClosedNothingStays() throws Exception {
    WeakReference<Wiring> closed = closed();

    await()
        .until(
            () -> {
              System.gc();
              return closed.refersTo(null);
            });
  }

  private WeakReference<Wiring> closed() throws IOException {
    try (StoryServer house = new StoryServer(data)) {
      return new WeakReference<>(house.wiring());
    }
  }

  private Map<String, String> house(String port, StoryServer house) {
    Map<String, String> settings = StoryServer.environment(data, 0, house.mailbox.url());
    settings.put("CAUCUS_HTTP_PORT", port);
    return settings;
  }

  @Test
  void anyFreePortIsOneThatThePagesAddressNames() {
    Map<String, String> environment = StoryServer.environment(data, 0, "smtp://127.0.0.1:9");

    try (Wiring wiring = new Wiring(Settings.from(environment::get)).start(List.of())) {
      assertThat(wiring.settings().baseUrl().getPort()).isPositive();
      assertThat(new Browser(wiring.settings().baseUrl()).get("/health").status()).isEqualTo(200);
    }
  }

  @Test
  void eachPartThatIsAwayIsNamedOnReadyAndCounted() {
    Map<String, String> environment = StoryServer.environment(data, 0, "smtp://127.0.0.1:1");
    int metrics = Ports.free();
    environment.put("CAUCUS_METRICS_PORT", Integer.toString(metrics));
    environment.put("CAUCUS_SMTP_ROUTES", "press.example=127.0.0.1:2");
    environment.put("CAUCUS_CLAMD", "unix:" + data.resolve("no-clamd"));
    environment.put("CAUCUS_DNS_SERVER", "127.0.0.1:1");

    try (Wiring wiring = new Wiring(Settings.from(environment::get)).start(List.of())) {
      assertThat(wiring).isNotNull();
      Browser operator = new Browser(URI.create("http://127.0.0.1:" + metrics));
      Browser.Reply ready = operator.get("/ready");

      assertThat(ready.status()).as("it serves all the same").isEqualTo(200);
      assertThat(ready.json().getString("status")).isEqualTo("ready, but needs a look");
      Map<String, String> reasons =
          ready.json().getJsonArray("reasons").stream()
              .map(JsonObject.class::cast)
              .collect(Collectors.toMap(r -> r.getString("check"), r -> r.getString("reason")));
      assertThat(reasons).containsOnlyKeys("smarthost", "name server", "malware scanner");
      assertThat(reasons.get("smarthost")).contains("127.0.0.1:1 ", "127.0.0.1:2 ", "waits here");
      assertThat(operator.get("/metrics").text())
          .contains("caucus_check_failing{check=\"smarthost\"} 1.0")
          .contains("caucus_check_failing{check=\"database\"} 0.0");
    }
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Mailbox mailbox = new Mailbox()) {
      Map<String, String> settings =
          StoryServer.environment(data, taken.getLocalPort(), mailbox.url());
      try (Child child = new Child("serve", data, settings)) {
        assertThat(child.ended()).isEqualTo(REFUSED);
        assertThat(child.said())
            .contains("Caucus did not start.", Integer.toString(taken.getLocalPort()))
            .doesNotContain("\tat ");
      }
      settings = StoryServer.environment(data.resolve("other"), Ports.free(), mailbox.url());
      settings.put("CAUCUS_SMTP_PORT", Integer.toString(taken.getLocalPort()));
      try (Child child = new Child("serve", data, settings)) {
        assertThat(child.ended()).isEqualTo(REFUSED);
        assertThat(child.said())
            .contains("Caucus did not start.", Integer.toString(taken.getLocalPort()))
            .doesNotContain("\tat ");
      }
    }
  }

  @Test
  void aServerWithoutASmarthostIsRefused() throws Exception {
    try (Child child = new Child("serve", data, StoryServer.environment(data, 0, ""))) {
      assertThat(child.ended()).isEqualTo(REFUSED);
      assertThat(child.said()).contains("CAUCUS_SMTP_URL", "smtp://").doesNotContain("\tat ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CAUCUS_HTTP_PORT,    eighty,            0 (any free one) to 65535",
    "CAUCUS_SMTP_PORT,    70000,             0 (any free one) to 65535",
    "CAUCUS_BASE_URL,     caucus.example,    https://caucus.example",
    "CAUCUS_DOMAIN,       lists example,     lists.example",
    "CAUCUS_MONGODB_URI,  localhost:27017,   mongodb://",
    "CAUCUS_SMTP_URL,     mail.example,      smtp://",
    "CAUCUS_SMTP_ROUTES,  mail.example,      .domain for all domains below it",
    "CAUCUS_SMTP_ROUTES,  press.example=,    After press.example= stands no host",
    "CAUCUS_BASE_URL,     https://c.example/x, https://caucus.example",
    "CAUCUS_BASE_URL,     https://c.example/#x, https://caucus.example",
    "CAUCUS_BASE_URL,     https://u@c.example, https://caucus.example",
    "CAUCUS_DOMAIN,       lists,             lists.example",
    "CAUCUS_METRICS_PORT, 2626,              CAUCUS_METRICS_PORT and CAUCUS_SMTP_PORT are both"
        + " 2626",
    "CAUCUS_SMTP_URL,     smtp://localhost:2626, another host or port",
    "CAUCUS_OPERATORS,    a@LISTS.example,   addresses whose mailbox is elsewhere",
    "CAUCUS_OPERATORS,    amina,             mail addresses",
    "CAUCUS_TRUSTED_PEERS, everywhere,       networks such as",
    "CAUCUS_CHECKING_PEERS, 10.0.0.0/99,     networks such as",
    "CAUCUS_WEBHOOK_CA,   nowhere.pem,       a PEM file",
    "CAUCUS_TLS_KEY,      key.pem,           CAUCUS_TLS_CERTIFICATE",
    "CAUCUS_CLEAR_TEXT,   never,             warn or refuse"
  })
  void aBadSettingIsNamedWithWhatIsAllowed(String name, String value, String allowed) {
    Map<String, String> settings = StoryServer.environment(data, 0, "smtp://127.0.0.1:25");
    settings.put("CAUCUS_SMTP_PORT", "2626");
    settings.put(name, value);

    assertThatThrownBy(() -> Settings.from(settings::get))
        .isInstanceOf(Settings.Bad.class)
        .hasMessageContaining(name)
        .hasMessageContaining(allowed);
  }

  @Test
  void whereClearTextIsRefusedEachLineThatCouldBeReadOnTheWayIsNamed() {
    Map<String, String> settings = StoryServer.environment(data, 0, "smtp://mail.example:25");
    settings.put("CAUCUS_MONGODB_URI", "mongodb://db1.example/caucus");
    settings.put("CAUCUS_BASE_URL", "http://caucus.example");
    settings.put("CAUCUS_SMTP_ROUTES", "press.example=mx.press.example");
    assertThat(Settings.from(settings::get).smtpUrl()).as("else it is a warning").isNotNull();

    settings.put("CAUCUS_CLEAR_TEXT", "refuse");

    assertThatThrownBy(() -> Settings.from(settings::get))
        .isInstanceOf(Settings.Bad.class)
        .hasMessageContaining("CAUCUS_MONGODB_URI is spoken to in clear")
        .hasMessageContaining("CAUCUS_SMTP_URL is spoken to in clear")
        .hasMessageContaining("CAUCUS_SMTP_ROUTES: mx.press.example is spoken to in clear")
        .hasMessageContaining("CAUCUS_BASE_URL is not https");
    settings.put("CAUCUS_MONGODB_URI", "mongodb://db1.example/caucus?tls=true");
    settings.put("CAUCUS_SMTP_URL", "smtp://mail.example:25?starttls=required");
    settings.put("CAUCUS_BASE_URL", "https://caucus.example");
    settings.put("CAUCUS_SMTP_ROUTES", "press.example=smtps://mx.press.example");
    assertThat(Settings.from(settings::get).mongodbUri()).contains("tls=true");
  }

  @Test
  void lettersUnderTlsAloneNeedACertificate() {
    Map<String, String> settings = StoryServer.environment(data, 0, "smtp://127.0.0.1:25");
    settings.put("CAUCUS_TLS_INBOUND", "required");

    assertThatThrownBy(() -> Settings.from(settings::get))
        .isInstanceOf(Settings.Bad.class)
        .hasMessageContaining("CAUCUS_TLS_INBOUND=required needs CAUCUS_TLS_CERTIFICATE");

    settings.put("CAUCUS_TLS_CERTIFICATE", "chain.pem");
    settings.put("CAUCUS_TLS_KEY", "key.pem");
    assertThat(Settings.from(settings::get).tls().required()).isTrue();
  }

  @Test
  void allBadSettingsAreNamedAtOnce() {
    Map<String, String> settings = StoryServer.environment(data, 0, "mail.example");
    settings.put("CAUCUS_DOMAIN", "lists example");

    assertThatThrownBy(() -> Settings.from(settings::get))
        .hasMessageContaining("CAUCUS_DOMAIN")
        .hasMessageContaining("CAUCUS_SMTP_URL");
  }
}
