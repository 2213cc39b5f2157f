package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.http.StandingAccess;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.observability.security.AccessGrant;
import org.caucus.platform.observability.security.RevocationCause;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an intruder left behind in another's account, and everything that ends it: each cell of the
 * table in {@link AccessGrant}, driven from outside.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndsTest {
  private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Safari/605";
  private static final Pattern CODE = Pattern.compile("(\\d{6}) is your sign-in code");
  private static final Pattern ADDS = Pattern.compile("(\\d{6})");
  private static final Pattern NUMBER = Pattern.compile("\\b(\\d{8})\\b");
  private static final JsonObject NO_MAIL = new JsonObject().put("mode", "NONE");
  private static final byte[] BYTES = "Ten bytes.".getBytes(UTF_8);

  @TempDir static Path data;
  private StoryServer house;
  private int people;

  @BeforeAll
  void start() throws Exception {
    house = new StoryServer(data);
    house.founder("review", "press", "memo");
    house.founder("closing", "press", "closed");
  }

  @AfterAll
  void stop() {
    house.close();
  }

  /** Somebody, and what another left behind in their account. */
  private final class Victim {
    String address = "victim" + ++people + "@press.example";
    final String w;
    final MailedWays mailed;
    final SoftwareKey key;
    final Browser current;
    final Browser intruder;
    final Browser third = house.browser();
    final Stream stream;
    final JsonObject feed;
    final String token;
    final String upload;
    final String push;
    final String invitation;
    final String code;

    Victim(RevocationCause end) throws Exception {
      house.pass(Duration.ofHours(1)); // all of them ask for codes from one host
      boolean closes = end == RevocationCause.WORKSPACE_CLOSED;
      w = "/api/workspaces/" + (closes ? "closing" : "review");
      Browser amina = house.signedIn(StoryServer.OPERATOR, StoryServer.FIREFOX);
      String path = house.invited(amina, w, address, "press", "CONVENOR");
      house.browser().post(path, new JsonObject().put("name", "Victim")).id();
      current = house.signedIn(address, StoryServer.FIREFOX);
      key = new SoftwareKey(house.base);
      JsonObject offer = current.send("POST", "/api/passkeys/offers", null).json();
      JsonObject kept = new JsonObject().put("name", "Key").put("credential", key.made(offer));
      current.post("/api/passkeys", kept).id();
      if (end == RevocationCause.RECOVERY) {
        rule(current);
      }
      intruder = house.signedIn(address, PHONE);
      feed = intruder.post(w + "/feeds", new JsonObject().put("name", "Reader")).json();
      JsonObject hook = new JsonObject().put("name", "Ours").put("url", "https://hooks.example/c");
      intruder.post(w + "/webhooks", hook).id();
      push = intruder.post(w + "/push/devices", subscription(intruder)).id();
      JsonObject asked =
          new JsonObject().put("name", "Script").put("access", "read").put("days", 30);
      token = intruder.post("/api/tokens", asked).json().getString("token");
      JsonObject file = new JsonObject().put("name", "memo.txt").put("size", BYTES.length);
      upload = intruder.post(w + "/uploads", file).id();
      invitation =
          house.invited(intruder, w, "guest" + people + "@press.example", "press", "MEMBER");
      stream = intruder.follow(w + "/events");
      code = code(third);
      mailed = new MailedWays(house, w, closes ? "closed" : "memo", address, current);
    }

    Map<AccessGrant, BooleanSupplier> open() {
      Map<AccessGrant, BooleanSupplier> open = new EnumMap<>(AccessGrant.class);
      open.put(AccessGrant.SESSION, () -> intruder.get(w).status() == 200);
      open.put(AccessGrant.STREAM, () -> !stream.isClosed());
      open.put(AccessGrant.STEP_UP, () -> intruder.get("/api/step-up").text().contains("until"));
      open.put(AccessGrant.TOKEN, () -> new Browser(house.base, token).get(w).status() == 200);
      open.put(AccessGrant.FEED, () -> read("atom"));
      open.put(AccessGrant.CALENDAR, () -> read("calendar"));
      open.put(AccessGrant.WEBHOOK, () -> again().get("/api/made").text().contains("WEBHOOK"));
      open.put(AccessGrant.PUSH, () -> again().get(w + "/push").text().contains(push));
      open.put(AccessGrant.INVITATION, () -> house.browser().get(offered()).status() == 200);
      open.putAll(mailed.open());
      return open;
    }

    /** What is used up by trying it. */
    Map<AccessGrant, BooleanSupplier> once() {
      Map<AccessGrant, BooleanSupplier> once = new EnumMap<>(AccessGrant.class);
      once.put(AccessGrant.UPLOAD, () -> again().put(piece(), BYTES).status() == 200);
      once.put(AccessGrant.CODE, () -> signIn(third, code).status() == 200);
      once.put(AccessGrant.PASSKEY, this::opensByPasskey);
      once.putAll(mailed.once(again()));
      return once;
    }

    private static JsonObject subscription(Browser browser) {
      String key = browser.get("/api/push").json().getString("key");
      return new JsonObject()
          .put("endpoint", "https://fcm.googleapis.com/fcm/send/" + key)
          .put("p256dh", key) // any point of the curve
          .put("auth", "BTBZMqHH6r4Tts7J_aSIgg")
          .put("key", key);
    }

    private String offered() {
      return invitation.substring(0, invitation.lastIndexOf('/'));
    }

    private String piece() {
      return w + "/uploads/" + upload + "/pieces/0";
    }

    private Browser again() {
      return house.signedIn(address, StoryServer.FIREFOX);
    }

    private boolean read(String as) {
      String path = feed.getString(as).substring(house.base.toString().length());
      return house.browser().get(path).status() == 200;
    }

    private boolean opensByPasskey() {
      Browser browser = house.browser();
      try {
        JsonObject asked = browser.send("POST", "/api/passkeys/challenges", null).json();
        Browser.Reply in = browser.post("/api/sign-in/passkey", key.signed(asked));
        return in.status() == 200 && browser.get(w).status() == 200;
      } catch (java.security.GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }

    String code(Browser browser) throws Exception {
      List<Mailbox.Mail> before = house.mailbox.to(address);
      browser.post("/api/sign-in/codes", new JsonObject().put("address", address));
      Mailbox.Mail mail =
          house.mailbox.await(
              address, m -> !before.contains(m) && CODE.matcher(m.subject()).find());
      return first(CODE, mail.subject());
    }

    String seat() {
      return again().get(w).json().getString("seat");
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private static Browser.Reply signIn(Browser browser, String code) {
    return browser.post("/api/sign-in", new JsonObject().put("code", code));
  }

  private static void rule(Browser browser) {
    Browser.Reply done = browser.post("/api/passkeys/rule", new JsonObject().put("required", true));
    assertThat(done.status()).as(done.text()).isEqualTo(200);
  }

  private static void done(Browser.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isLessThan(300);
  }

  @ParameterizedTest
  @EnumSource(RevocationCause.class)
  void whatIsEndedIsEndedAndNothingElse(RevocationCause end) throws Exception {
    Victim victim = new Victim(end);
    victim.open().forEach((way, opens) -> assertThat(opens.getAsBoolean()).as("%s", way).isTrue());

    act(end, victim);

    if (AccessGrant.STREAM.isEndedBy(end) && end != RevocationCause.EXPIRY) {
      assertThat(victim.stream.closesSoon()).isTrue();
    }
    Map<AccessGrant, BooleanSupplier> all = victim.open();
    all.putAll(victim.once());
    if (end == RevocationCause.EXPIRY) { // its timer runs by another clock: StreamsEndTest
      all.remove(AccessGrant.STREAM);
    }
    all.forEach(
        (way, opens) ->
            assertThat(opens.getAsBoolean())
                .as("%s is open after %s", way, end)
                .isEqualTo(!way.isEndedBy(end)));
    victim.stream.close();
  }

  private void act(RevocationCause end, Victim victim) throws Exception {
    Browser amina = house.signedIn(StoryServer.OPERATOR, StoryServer.FIREFOX);
    switch (end) {
      case SIGN_OUT -> done(victim.intruder.delete("/api/session"));
      case OTHERS_ENDED -> done(victim.current.delete("/api/sessions"));
      case OTHERS_MADE -> done(victim.current.post("/api/made/end", new JsonObject()));
      case ONLY_PASSKEY -> rule(victim.current);
      case RECOVERY -> recover(victim, amina);
      case BY_OPERATOR -> operator(victim);
      case ADDRESS_ENDED -> move(victim);
      case SEAT_ENDED ->
          done(amina.send("POST", victim.w + "/seats/" + victim.seat() + "/end", null));
      case ROLE_LOST -> {
        JsonObject role = new JsonObject().put("role", "MEMBER");
        done(amina.post(victim.w + "/seats/" + victim.seat() + "/role", role));
      }
      case EXPIRY -> house.pass(Duration.ofDays(181));
      case LIST_LEFT -> done(victim.current.post(victim.w + "/lists/memo/my-mail", NO_MAIL));
      case WORKSPACE_CLOSED -> house.destroy("closing");
    }
  }

  private void operator(Victim victim) {
    house.command(0, "sessions", "end", "--person", victim.address);
  }

  private void recover(Victim victim, Browser amina) throws Exception {
    Browser lost = house.browser();
    Browser.Reply no = signIn(lost, victim.code(lost));
    JsonObject number = new JsonObject().put("number", first(NUMBER, no.text()));
    done(amina.post(victim.w + "/recoveries/" + victim.seat() + "/confirmation", number));
    done(signIn(lost, victim.code(lost)));
  }

  /** They have another address, and the one that was read by others is theirs no longer. */
  private void move(Victim victim) throws Exception {
    String fresh = "new-" + victim.address;
    Browser.Reply offered =
        victim.current.post("/api/addresses/offers", new JsonObject().put("address", fresh));
    String proof = offered.json().getString("proof");
    String code =
        first(ADDS, house.mailbox.await(fresh, m -> ADDS.matcher(m.subject()).find()).subject());
    done(
        victim.current.post(
            "/api/addresses", new JsonObject().put("proof", proof).put("code", code)));
    for (Object item : victim.current.get("/api/addresses").json().getJsonArray("items")) {
      JsonObject one = (JsonObject) item;
      String path = "/api/addresses/" + one.getString("id");
      if (one.getString("address").equals(fresh)) {
        done(victim.current.send("POST", path + "/receiving", null));
      }
    }
    for (Object item : victim.current.get("/api/addresses").json().getJsonArray("items")) {
      JsonObject one = (JsonObject) item;
      if (one.getString("address").equals(victim.address)) {
        done(victim.current.delete("/api/addresses/" + one.getString("id")));
      }
    }
    victim.address = fresh;
  }

  private int stepUp(Browser browser, SoftwareKey key) throws Exception {
    JsonObject asked = browser.send("POST", "/api/passkeys/challenges", null).json();
    JsonObject proof = new JsonObject().put("passkey", key.signed(asked));
    return browser.post("/api/step-up", proof).status();
  }

  @Test
  void aPasskeyThatHasLapsedOrIsGoneProvesNobody() throws Exception {
    Victim removed = new Victim(RevocationCause.SIGN_OUT);
    assertThat(stepUp(removed.current, removed.key)).isEqualTo(200);
    JsonObject kept =
        removed.current.get("/api/passkeys").json().getJsonArray("items").getJsonObject(0);
    done(removed.current.delete("/api/passkeys/" + kept.getString("id")));
    assertThat(stepUp(removed.current, removed.key)).isEqualTo(403);
    removed.stream.close();

    Victim lapsed = new Victim(RevocationCause.RECOVERY);
    act(RevocationCause.RECOVERY, lapsed);
    assertThat(stepUp(house.signedIn(lapsed.address, PHONE), lapsed.key)).isEqualTo(403);
    lapsed.stream.close();
  }

  /** Each thing that goes on by itself is told to its person when it is made. */
  @ParameterizedTest
  @EnumSource(StandingAccess.Thing.class)
  void whatIsMadeIsToldByMail(StandingAccess.Thing made) throws Exception {
    Victim victim = new Victim(RevocationCause.SIGN_OUT);
    String words =
        switch (made) {
          case TOKEN -> "An access token was created";
          case FEED -> "A feed address with a calendar was created";
          case WEBHOOK -> "A webhook was created";
          case PUSH -> "Notifications were turned on in a browser";
        };

    await()
        .atMost(Clocks.LONG)
        .until(
            () ->
                house.mailbox.to(victim.address).stream().anyMatch(m -> m.text().contains(words)));
    victim.stream.close();
  }

  @Test
  void thePageSaysByWhichSignInEachWasMadeAndWhatOneMadeOneselfStays() throws Exception {
    Victim victim = new Victim(RevocationCause.SIGN_OUT);
    victim.current.post(victim.w + "/feeds", new JsonObject().put("name", "Mine")).id();

    List<JsonObject> made =
        victim.current.get("/api/made").json().getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .toList();
    assertThat(made)
        .extracting(m -> m.getString("kind"))
        .contains("TOKEN", "FEED", "WEBHOOK", "PUSH");
    assertThat(made).filteredOn(m -> m.getBoolean("current")).hasSize(1);
    assertThat(made)
        .filteredOn(m -> !m.getBoolean("current"))
        .hasSize(4)
        .allSatisfy(m -> assertThat(m.getString("system")).isEqualTo("iPhone"));
    JsonObject ended = victim.current.post("/api/made/end", new JsonObject()).json();
    assertThat(ended.getInteger("ended")).isEqualTo(4);
    assertThat(victim.current.get("/api/made").json().getJsonArray("items")).hasSize(1);
    victim.stream.close();
  }
}
