package org.caucus.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.caucus.Ports;
import org.caucus.Settings;
import org.caucus.Wiring;
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
    try (House house = new House(data);
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
    try (House house = new House(data)) {
      return new WeakReference<>(house.wiring());
    }
  }

  private Map<String, String> house(String port, House house) {
    Map<String, String> settings = House.environment(data, 0, house.mailbox.url());
    settings.put("CAUCUS_HTTP_PORT", port);
    return settings;
  }

  @Test
  void anyFreePortIsOneThatThePagesAddressNames() {
    Map<String, String> environment = House.environment(data, 0, "smtp://127.0.0.1:9");

    try (Wiring wiring = new Wiring(Settings.from(environment::get)).start(List.of())) {
      assertThat(wiring.settings().baseUrl().getPort()).isPositive();
      assertThat(new Browser(wiring.settings().baseUrl()).get("/health").status()).isEqualTo(200);
    }
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Mailbox mailbox = new Mailbox()) {
      Map<String, String> settings = House.environment(data, taken.getLocalPort(), mailbox.url());
      try (Child child = new Child("serve", data, settings)) {
        assertThat(child.ended()).isEqualTo(REFUSED);
        assertThat(child.said())
            .contains("Caucus did not start.", Integer.toString(taken.getLocalPort()))
            .doesNotContain("\tat ");
      }
      settings = House.environment(data.resolve("other"), Ports.free(), mailbox.url());
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
    try (Child child = new Child("serve", data, House.environment(data, 0, ""))) {
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
    "CAUCUS_OPERATORS,    amina,             mail addresses",
    "CAUCUS_TRUSTED_PEERS, everywhere,       networks such as",
    "CAUCUS_CHECKING_PEERS, 10.0.0.0/99,     networks such as",
    "CAUCUS_WEBHOOK_CA,   nowhere.pem,       a PEM file",
    "CAUCUS_TLS_KEY,      key.pem,           CAUCUS_TLS_CERTIFICATE",
    "CAUCUS_CLEAR_TEXT,   never,             warn or refuse"
  })
  void aBadSettingIsNamedWithWhatIsAllowed(String name, String value, String allowed) {
    Map<String, String> settings = House.environment(data, 0, "smtp://127.0.0.1:25");
    settings.put(name, value);

    assertThatThrownBy(() -> Settings.from(settings::get))
        .isInstanceOf(Settings.Bad.class)
        .hasMessageContaining(name)
        .hasMessageContaining(allowed);
  }

  @Test
  void whereClearTextIsRefusedEachLineThatCouldBeReadOnTheWayIsNamed() {
    Map<String, String> settings = House.environment(data, 0, "smtp://mail.example:25");
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
    Map<String, String> settings = House.environment(data, 0, "smtp://127.0.0.1:25");
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
    Map<String, String> settings = House.environment(data, 0, "mail.example");
    settings.put("CAUCUS_DOMAIN", "lists example");

    assertThatThrownBy(() -> Settings.from(settings::get))
        .hasMessageContaining("CAUCUS_DOMAIN")
        .hasMessageContaining("CAUCUS_SMTP_URL");
  }
}
