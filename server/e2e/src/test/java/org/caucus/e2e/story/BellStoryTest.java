package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bola has two tabs open; Dara, a liaison, looks on. Over HTTP, with open streams. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BellStoryTest {
  private static final String W = "/api/workspaces/review";
  private static final String READING = W + "/bell/reading";

  @TempDir static Path data;
  private StoryServer house;
  private Browser amina;
  private Browser bola;
  private Browser dara;
  private String bolaSeat;
  private int keys;

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
    bolaSeat = bola.get(W).json().getString("seat");
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
    JsonObject issue =
        new JsonObject()
            .put("title", title)
            .put("audience", audience)
            .put("assignees", new JsonArray().add(bolaSeat));
    return amina.post(W + "/trackers/COP/issues", issue).id();
  }

  private static JsonObject bell(Browser who) {
    return who.get(W + "/bell").json();
  }

  private static int unread(Browser who) {
    return bell(who).getInteger("unread");
  }

  private Browser.Reply mark(JsonObject reading) {
    return bola.post(READING, reading, "Idempotency-Key", "bell-key-" + ++keys);
  }

  private static void rings(Stream tab, int before) {
    await().until(() -> tab.bells() > before);
  }

  @Test
  void twoTabsAgreeOnWhatIsUnreadAndNobodyElseLearnsOfIt() throws Exception {
    try (Stream one = bola.follow(W + "/events");
        Stream two = bola.twin().follow(W + "/events");
        Stream other = dara.follow(W + "/events")) {
      int before = unread(bola);
      String id = issue("Removal within 24 hours", "EVERYONE");
      rings(one, 0);
      rings(two, 0);

      JsonObject first = bell(bola).getJsonArray("items").getJsonObject(0);
      assertThat(unread(bola)).isEqualTo(before + 1);
      assertThat(first.getString("why")).isEqualTo("ASSIGNED");
      assertThat(first.getJsonObject("about").getString("id")).isEqualTo(id);
      assertThat(unread(dara)).as("it is not hers").isZero();
      assertThat(unread(amina)).as("she did it").isZero();

      int rung = two.bells();
      JsonArray items = new JsonArray().add(first.getString("id"));
      assertThat(mark(new JsonObject().put("items", items)).json().getInteger("unread"))
          .isEqualTo(before);
      rings(two, rung);
      assertThat(unread(bola.twin())).as("in the other tab, read anew").isEqualTo(before);
      assertThat(other.bells()).as("what another tab may hear of it").isZero();
      assertThat(one.frames()).as("the log says nothing of it").hasSize(1);
    }
  }

  @Test
  void theKeyOfAnActIsToldInTheTabsOfItsSeatAndToNobodyElse() throws Exception {
    String id = issue("Who keeps the record", "EVERYONE");
    try (Stream one = bola.follow(W + "/events");
        Stream two = bola.twin().follow(W + "/events");
        Stream other = dara.follow(W + "/events")) {
      JsonObject said = new JsonObject().put("text", "We can keep it.");
      bola.post(W + "/issues/" + id + "/entries", said, "Idempotency-Key", "bolas-own-key").id();
      for (Stream stream : List.of(one, two, other)) {
        stream.soon(Stream.put("entries", "We can keep it."));
      }

      assertThat(one.keys()).containsExactly("bolas-own-key");
      assertThat(two.keys()).containsExactly("bolas-own-key");
      assertThat(other.keys()).isEmpty();
      assertThat(other.mentions("bolas-own-key")).isFalse();
    }
  }

  @Test
  void allIsMarkedAndTakenBackAndWhatCameMeanwhileStaysUnread() {
    issue("A form for notices", "EVERYONE");
    String shown = bell(bola).getJsonArray("items").getJsonObject(0).getString("id");
    int before = unread(bola);
    issue("Who may appeal", "CIVIL_SOCIETY");

    mark(new JsonObject().put("upTo", shown));
    assertThat(unread(bola)).isEqualTo(1);
    assertThat(bell(bola).getBoolean("canUndo")).isTrue();
    assertThat(bola.delete(READING).json().getInteger("unread")).isEqualTo(before + 1);
    assertThat(bell(bola).getBoolean("canUndo")).isFalse();
  }

  @Test
  void aThingThatIsOpenIsReadAndCanBeUnreadAgain() {
    String id = issue("Costs of compliance", "EVERYONE");
    int before = unread(bola);
    JsonObject thing = new JsonObject().put("kind", "issue").put("id", id);

    mark(new JsonObject().put("thing", thing));
    assertThat(unread(bola)).isEqualTo(before - 1);
    mark(new JsonObject().put("thing", thing).put("read", false));
    assertThat(unread(bola)).isEqualTo(before);
  }

  @Test
  void whatDoesNotRingForOneIsAnsweredLikeWhatIsNotThere() {
    issue("Only among ourselves", "CIVIL_SOCIETY");
    String hidden = bell(bola).getJsonArray("items").getJsonObject(0).getString("id");
    JsonObject theirs = new JsonObject().put("items", new JsonArray().add(hidden));
    JsonObject none = new JsonObject().put("items", new JsonArray().add("nothing"));

    Browser.Reply asked = dara.post(READING, theirs, "Idempotency-Key", "bell-dara-1");
    Browser.Reply vain = dara.post(READING, none, "Idempotency-Key", "bell-dara-2");
    assertThat(asked.status()).isEqualTo(vain.status()).isEqualTo(201);
    assertThat(asked.text()).isEqualTo(vain.text());
    assertThat(unread(bola)).as("hers is as it was").isPositive();
    assertThat(dara.get(W + "/bell").text()).doesNotContain("ourselves");
  }

  @Test
  void tooManyAtOnceIsRefusedWithTheField() {
    JsonArray many = new JsonArray();
    for (int i = 0; i <= 200; i++) {
      many.add("item" + i);
    }
    assertThat(mark(new JsonObject().put("items", many)).status()).isEqualTo(400);
  }
}
