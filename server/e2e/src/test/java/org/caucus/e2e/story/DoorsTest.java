package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.http.StepUp;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.observability.security.SecurityLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * What anyone who runs an installation sees of its doors, and how they shut them: tries and
 * refusals are lines of the log, and {@code caucus sessions end} closes what is open while all goes
 * on.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {
  private static final String W = "/api/workspaces/review";
  private static final String DEVICE = StoryServer.FIREFOX;
  private static final Pattern CODE = Pattern.compile("(\\d{6}) is your sign-in code");
  private static final Logger LOG = (Logger) LoggerFactory.getLogger(SecurityLog.class);

  @TempDir static Path data;
  private final Lines lines = new Lines();
  private StoryServer house;
  private Browser amina;

  /** The fields of each line, in order, as {@code key=value}. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      all.add(
          event.getKeyValuePairs().stream()
              .map(pair -> pair.key + "=" + pair.value)
              .collect(Collectors.joining(" ")));
    }

    List<String> of(String... fields) {
      return all.stream().filter(l -> List.of(fields).stream().allMatch(l::contains)).toList();
    }
  }

  @BeforeAll
  void start() throws Exception {
    lines.start();
    LOG.setLevel(Level.INFO);
    LOG.addAppender(lines);
    house = new StoryServer(data);
    amina = house.founder("review", "lantern");
  }

  @BeforeEach
  void forget() {
    amina = house.signedIn(StoryServer.OPERATOR, DEVICE);
    lines.all.clear();
  }

  @AfterAll
  void stop() {
    LOG.detachAppender(lines);
    LOG.setLevel(null);
    house.close();
  }

  private Optional<String> codeAfter(int mails) {
    return house.mailbox.to(StoryServer.OPERATOR).stream()
        .skip(mails)
        .map(mail -> CODE.matcher(mail.subject()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  @Test
  void everyTryToSignInIsALineOfNobody() throws Exception {
    Browser phone = house.browser();
    int before = house.mailbox.to(StoryServer.OPERATOR).size();
    JsonObject address = new JsonObject().put("address", StoryServer.OPERATOR);
    assertThat(phone.post("/api/sign-in/codes", address).status()).isEqualTo(202);
    // other mail, such as the word of a new device, may come before it
    String code =
        await()
            .atMost(Clocks.LONG)
            .until(() -> codeAfter(before), Optional::isPresent)
            .orElseThrow();
    String wrong = code.equals("123456") ? "654321" : "123456";
    phone.post("/api/sign-in", new JsonObject().put("code", wrong));
    house.browser().post("/api/sign-in", new JsonObject().put("code", wrong));
    phone.post("/api/sign-in", new JsonObject().put("code", code));
    new Browser(house.base, "cau_" + "a".repeat(26)).get("/api/me");
    JsonObject token = new JsonObject().put("name", "Feed").put("access", "read").put("days", 7);
    JsonObject made = phone.post("/api/tokens", token).json();
    new Browser(house.base, made.getString("token")).get("/api/me");
    new Browser(house.base, made.getString("token")).get("/api/me");

    assertThat(lines.of("event=sign-in", "way=code", "outcome=asked")).hasSize(1);
    assertThat(lines.of("way=code", "outcome=refused", "reason=wrong-code")).hasSize(1);
    assertThat(lines.of("way=code", "outcome=refused", "reason=no-code-here")).hasSize(1);
    assertThat(lines.of("way=code", "outcome=entered")).hasSize(1);
    assertThat(lines.of("way=token", "outcome=refused", "reason=unknown-or-ended")).hasSize(1);
    assertThat(lines.of("way=token", "outcome=entered")).hasSize(1);
    String mailbox = field(lines.of("outcome=asked").getFirst(), "mailbox");
    assertThat(field(lines.of("reason=wrong-code").getFirst(), "mailbox")).isEqualTo(mailbox);
    assertThat(field(lines.of("way=code", "outcome=entered").getFirst(), "account"))
        .isEqualTo(field(lines.of("way=token", "outcome=entered").getFirst(), "account"))
        .hasSize(12);
    assertThat(lines.all).allMatch(l -> l.endsWith("peer=loopback"));
    ofNobody();
  }

  private static String field(String line, String key) {
    return List.of(line.split(" ")).stream()
        .filter(f -> f.startsWith(key + "="))
        .map(f -> f.substring(key.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private void ofNobody() {
    assertThat(String.join("\n", lines.all))
        .doesNotContainIgnoringCase("amina")
        .doesNotContain("lantern", "review", "example", "127.0.0.1");
  }

  @Test
  void everyRefusalIsALineOfNobody() {
    Browser dara = house.signedIn("dara@platform.example", DEVICE);
    Browser gone = house.signedIn("dara@platform.example", DEVICE);
    gone.twin().delete("/api/session");
    lines.all.clear();

    assertThat(dara.get(W).status()).isEqualTo(404);
    assertThat(gone.get(W).status()).isEqualTo(401);
    assertThat(house.browser().get(W).status()).isEqualTo(401);
    assertThat(amina.send("POST", W + "/lists", "{}", "Origin", "https://evil.example").status())
        .isEqualTo(403);
    house.pass(StepUp.LASTS);
    JsonObject harbour =
        new JsonObject().put("slug", "harbour").put("name", "H").put("side", "CIVIL_SOCIETY");
    assertThat(amina.post(W + "/organisations", harbour).status()).isEqualTo(403);

    assertThat(lines.of("event=refusal", "reason=absent", "operation=getWorkspace")).hasSize(1);
    assertThat(lines.of("reason=ended-or-unknown", "account=none")).hasSize(1);
    assertThat(lines.of("reason=not-signed-in")).hasSize(1);
    assertThat(lines.of("reason=other-site")).hasSize(1);
    assertThat(lines.of("reason=step-up", "operation=addOrganisation")).hasSize(1);
    assertThat(field(lines.of("reason=step-up").getFirst(), "account"))
        .isNotEqualTo(field(lines.of("reason=absent").getFirst(), "account"));
    ofNobody();
  }

  @Test
  void thePersonWhoRunsItEndsAllThatAPersonIsSignedInWith() throws Exception {
    Browser phone = house.signedIn("bola@press.example", DEVICE);
    Browser desk = house.signedIn("bola@press.example", DEVICE);
    JsonObject token = new JsonObject().put("name", "Feed").put("access", "read").put("days", 7);
    Browser program =
        new Browser(house.base, desk.post("/api/tokens", token).json().getString("token"));

    String would =
        house.command(0, "sessions", "end", "--dry-run", "--person", "Bola@press.example");
    assertThat(would).contains("2 sessions and 1 personal tokens of 1 persons would be ended");
    assertThat(phone.get("/api/me").status()).isEqualTo(200);
    assertThat(house.command(0, "sessions", "show", "--person", "bola@press.example"))
        .contains("account=", "session, signed in ", "token, made ");
    assertThat(house.command(1, "sessions", "end", "--person", "nobody@press.example"))
        .contains("Nobody holds this address");
    assertThat(house.command(2, "sessions", "end")).contains("--person");

    String done = house.command(0, "sessions", "end", "--person", "bola@press.example");

    assertThat(done).contains("2 sessions and 1 personal tokens of 1 persons are ended");
    for (Browser each : List.of(phone, desk, program)) {
      assertThat(each.get("/api/me").status()).isEqualTo(401);
    }
    assertThat(amina.get("/api/me").status()).isEqualTo(200);
    await()
        .atMost(Clocks.LONG)
        .until(
            () ->
                house.mailbox.to("bola@press.example").stream()
                    .anyMatch(
                        letter -> letter.text().contains("The operator of this server ended")));
    assertThat(lines.of("event=ended-by-operator", "sessions=2", "tokens=1")).hasSize(1);
    ofNobody();
  }

  @Test
  void thePersonWhoRunsItEndsEverybodysSessionsAndOpenPagesCloseAtOnce() throws Exception {
    Closings.holdTheSecond(
        "everybody's sessions ended by the operator",
        turn -> {
          Browser open = house.signedIn(StoryServer.OPERATOR, DEVICE);
          Browser dara = house.signedIn("dara@platform.example", DEVICE);
          try (Stream stream = open.follow(W + "/events")) {
            assertThat(house.command(0, "sessions", "end", "--everybody")).contains("are ended");

            long millis = Closings.after(System.nanoTime(), stream);
            assertThat(dara.get("/api/me").status()).isEqualTo(401);
            assertThat(open.get(W).status()).isEqualTo(401);
            return millis;
          }
        });
    assertThat(house.command(0, "sessions")).contains("0 sessions and 0 personal tokens");
    assertThat(house.signedIn(StoryServer.OPERATOR, DEVICE).get(W).status()).isEqualTo(200);
  }
}
