package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bola reads and writes on two devices; Dara, a liaison, looks on. Over HTTP, with open streams.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadStoryTest {
  private static final String W = "/api/workspaces/review";
  private static final String UNREAD = W + "/unread";
  private static final String DRAFTS = W + "/own-drafts";

  @TempDir static Path data;
  private StoryServer house;
  private Browser amina;
  private Browser bola;
  private Browser dara;

  @BeforeAll
  void start() throws Exception {
    house = new StoryServer(data);
    amina = house.founder("review", "lantern");
    amina.post(W + "/organisations", party("press", "CIVIL_SOCIETY")).id();
    amina.post(W + "/organisations", party("acme", "COMPANY")).id();
    JsonObject tracker =
        new JsonObject()
            .put("key", "COP")
            .put("name", "Provisions")
            .put("audience", "EVERYONE")
            .put("usual", "EVERYONE");
    amina.post(W + "/trackers", tracker).id();
    bola = joined("bola@press.example", "press", "MEMBER");
    dara = joined("dara@acme.example", "acme", "LIAISON");
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private static JsonObject party(String slug, String side) {
    return new JsonObject().put("slug", slug).put("name", slug).put("side", side);
  }

  private Browser joined(String address, String organisation, String role) throws Exception {
    String path = house.invited(amina, W, address, organisation, role);
    Browser browser = house.browser();
    browser.post(path, new JsonObject().put("name", address.substring(0, 4))).id();
    return browser;
  }

  private String issue(String title, String audience) {
    JsonObject issue = new JsonObject().put("title", title).put("audience", audience);
    return amina.post(W + "/trackers/COP/issues", issue).id();
  }

  private String comment(String issue, String text) {
    JsonObject said = new JsonObject().put("text", text);
    return amina.post(W + "/issues/" + issue + "/entries", said).id();
  }

  private static JsonObject page(Browser who) {
    return who.get(UNREAD).json();
  }

  private static int unread(Browser who) {
    return page(who).getInteger("unread");
  }

  private static Optional<JsonObject> item(Browser who, String id) {
    return page(who).getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(item -> item.getString("id").equals(id))
        .findFirst();
  }

  private static JsonObject post(String kind, String id) {
    return new JsonObject().put("kind", kind).put("id", id);
  }

  private static Browser.Reply read(Browser who, int turn, JsonObject... posts) {
    JsonArray items = new JsonArray();
    for (JsonObject post : posts) {
      items.add(post);
    }
    return who.post(UNREAD + "/marks", new JsonObject().put("turn", turn).put("items", items));
  }

  private static Browser.Reply allRead(Browser who, JsonObject page) {
    JsonObject asked =
        new JsonObject()
            .put("turn", page.getInteger("turn"))
            .put("position", page.getString("position"));
    return who.post(UNREAD + "/all", asked);
  }

  @Test
  void twoDevicesAgreeOnWhatIsReadAndNobodyElseLearnsOfIt() throws Exception {
    String id = issue("Removal within 24 hours", "EVERYONE");
    String entry = comment(id, "Who counts the hours?");
    try (Stream one = bola.follow(W + "/events");
        Stream two = bola.twin().follow(W + "/events");
        Stream other = dara.follow(W + "/events")) {
      JsonObject item = item(bola, id).orElseThrow();
      assertThat(item.getInteger("unread")).isEqualTo(2);
      assertThat(item.getString("place")).isEqualTo("COP");
      assertThat(item.getJsonObject("first")).isEqualTo(post("issue", id));
      assertThat(item.getJsonObject("last")).isEqualTo(post("entry", entry));
      assertThat(item(amina, id)).as("she said it").isEmpty();

      int turn = page(bola).getInteger("turn");
      assertThat(read(bola, turn, post("issue", id)).status()).isEqualTo(201);
      await().until(() -> two.reads() > 0 && one.reads() > 0);
      assertThat(item(bola.twin(), id).orElseThrow().getJsonObject("first"))
          .isEqualTo(post("entry", entry));
      read(bola.twin(), turn, post("entry", entry));
      assertThat(item(bola, id)).isEmpty();
      assertThat(item(dara, id)).as("hers are her own").isPresent();
      assertThat(other.reads()).as("what another seat may hear of it").isZero();
      assertThat(one.frames()).as("the log says nothing of it").isEmpty();
    }
  }

  @Test
  void allIsReadAndTakenBackAndWhatCameMeanwhileStaysUnread() {
    String before = issue("A form for notices", "EVERYONE");
    JsonObject shown = page(bola);
    String meanwhile = issue("Who may appeal", "CIVIL_SOCIETY");

    assertThat(allRead(bola, shown).json().getInteger("unread")).isEqualTo(1);
    assertThat(item(bola, before)).isEmpty();
    assertThat(item(bola, meanwhile)).isPresent();
    assertThat(page(bola).getBoolean("canUndo")).isTrue();
    JsonObject back = bola.delete(UNREAD + "/all").json();
    assertThat(back.getInteger("unread")).isEqualTo(shown.getInteger("unread") + 1);
    assertThat(back.getBoolean("canUndo")).isFalse();
  }

  @Test
  void whatIsMarkedUnreadStaysSoWhateverAnOlderPageSays() {
    String id = issue("Costs of compliance", "EVERYONE");
    String first = comment(id, "For small platforms?");
    String second = comment(id, "For all of them.");
    int turn = page(bola).getInteger("turn");
    read(bola, turn, post("entry", second));

    JsonObject marked = bola.post(UNREAD + "/from", post("entry", first)).json();
    assertThat(item(bola, id).orElseThrow().getInteger("unread")).isEqualTo(2);
    read(bola, turn, post("entry", second));
    assertThat(item(bola, id)).as("a mark of before").isPresent();
    read(bola, marked.getInteger("turn"), post("entry", second));
    assertThat(item(bola, id)).as("read anew").isEmpty();
  }

  @Test
  void whatOneCannotReadIsAnsweredLikeWhatIsNotThere() {
    String id = issue("Only among ourselves", "CIVIL_SOCIETY");
    String entry = comment(id, "Quietly.");
    int turn = page(dara).getInteger("turn");
    for (String kind : new String[] {"entry", "issue"}) {
      String hidden = kind.equals("entry") ? entry : id;
      Browser.Reply asked = read(dara, turn, post(kind, hidden));
      Browser.Reply vain = read(dara, turn, post(kind, "nothing"));
      assertThat(asked.status()).isEqualTo(vain.status()).isEqualTo(201);
      assertThat(asked.text()).isEqualTo(vain.text());
      Browser.Reply back = dara.post(UNREAD + "/from", post(kind, hidden));
      assertThat(back.text()).isEqualTo(dara.post(UNREAD + "/from", post(kind, "nothing")).text());
    }
    assertThat(dara.get(UNREAD).text()).doesNotContain("ourselves").doesNotContain(id);
    assertThat(item(bola, id)).isPresent();
  }

  @Test
  void whatIsKeptToFewerVanishesFromTheCountAtOnce() {
    String id = issue("A list of addressees", "EVERYONE");
    assertThat(item(dara, id)).isPresent();
    int before = unread(dara);

    amina.post(W + "/recall", new JsonObject().put("of", "issue:" + id));
    assertThat(item(dara, id)).isEmpty();
    assertThat(unread(dara)).isEqualTo(before - 1);
  }

  @Test
  void tooManyAtOnceIsRefused() {
    JsonObject[] many = new JsonObject[201];
    Arrays.fill(many, post("entry", "none"));
    assertThat(read(bola, 0, many).status()).isEqualTo(400);
  }

  private static JsonObject draft(String place, String text, String version) {
    JsonObject draft =
        new JsonObject()
            .put("text", text)
            .put("audience", "CIVIL_SOCIETY")
            .put("fields", new JsonObject().put("due", "2030-01-02"));
    JsonObject asked = new JsonObject().put("place", place).put("draft", draft);
    return version == null ? asked : asked.put("version", version);
  }

  @Test
  void aDraftGoesOnOnAnotherDeviceAndTheLastToWriteDestroysNothing() throws Exception {
    String secret = "Our line on fees, not agreed yet.";
    try (Stream two = bola.twin().follow(W + "/events");
        Stream other = dara.follow(W + "/events");
        Stream convenor = amina.follow(W + "/events")) {
      JsonObject head = bola.post(DRAFTS, draft("thread:t1", secret, null)).json();
      String own = DRAFTS + "/" + head.getString("id");
      await().until(() -> !two.drafts().isEmpty());
      assertThat(two.drafts().getFirst())
          .isEqualTo(
              new JsonObject()
                  .put("id", head.getString("id"))
                  .put("version", head.getString("version")));
      JsonObject there = bola.twin().get(own).json();
      assertThat(there.getString("place")).isEqualTo("thread:t1");
      assertThat(there.getJsonObject("draft"))
          .isEqualTo(draft("thread:t1", secret, null).getJsonObject("draft"));

      // the answer was lost: the same again is no change; the phone goes on, the laptop is late
      String version = head.getString("version");
      assertThat(bola.post(DRAFTS, draft("thread:t1", secret, null)).json()).isEqualTo(head);
      JsonObject phone = bola.twin().post(DRAFTS, draft("thread:t1", "Agreed.", version)).json();
      Browser.Reply late = bola.post(DRAFTS, draft("thread:t1", "On the laptop.", version));
      assertThat(late.status()).isEqualTo(409);
      assertThat(late.json().getJsonObject("current").getJsonObject("draft").getString("text"))
          .isEqualTo("Agreed.");
      assertThat(bola.delete(own + "?version=" + version).status()).isEqualTo(409);

      // nobody else is shown it or hears of it, and it is nowhere else
      for (Browser who : new Browser[] {dara, amina}) {
        assertThat(who.get(DRAFTS).json().getJsonArray("items")).isEmpty();
        assertThat(who.get(own).text()).isEqualTo(who.get(DRAFTS + "/nothing").text());
        assertThat(who.get(own).status()).isEqualTo(404);
      }
      for (String page : new String[] {"/activity", "/audit", "/search?q=Agreed", "/drafts"}) {
        assertThat(amina.get(W + page).text()).doesNotContain("Agreed.");
      }
      assertThat(convenor.frames()).as("the log says nothing of it").isEmpty();

      assertThat(bola.delete(own + "?version=" + phone.getString("version")).status())
          .isEqualTo(204);
      await().until(() -> two.drafts().getLast().getString("version").isEmpty());
      assertThat(other.drafts()).isEmpty();
      assertThat(convenor.drafts()).isEmpty();
      assertThat(bola.get(DRAFTS).json().getJsonArray("items")).isEmpty();
    }
  }

  @Test
  void draftsHaveLimitsAndEndWithTheirSeat() throws Exception {
    Browser eze = joined("ezex@press.example", "press", "MEMBER");
    String text = "x".repeat(190_000);
    for (int i = 0; i < 5; i++) {
      assertThat(eze.post(DRAFTS, draft("tracker:" + i, text, null)).status()).isEqualTo(201);
    }
    Browser.Reply large = eze.post(DRAFTS, draft("tracker:6", text, null));
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.json().getString("detail")).contains("1,048,576 bytes");
    for (int i = 5; i < 100; i++) {
      assertThat(eze.post(DRAFTS, draft("list:" + i, "y", null)).status()).isEqualTo(201);
    }
    Browser.Reply many = eze.post(DRAFTS, draft("list:100", "y", null));
    assertThat(many.status()).isEqualTo(409);
    assertThat(many.json().getString("detail")).contains("100 unsent drafts");

    String seat = eze.get(W).json().getString("seat");
    amina.send("POST", W + "/seats/" + seat + "/end", null).id();
    assertThat(eze.get(DRAFTS).status()).isEqualTo(404);
    assertThat(eze.post(DRAFTS, draft("updates", "y", null)).status()).isEqualTo(404);
  }
}
