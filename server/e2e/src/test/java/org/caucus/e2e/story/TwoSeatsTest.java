package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bola sits for the press and for the harbour workers. Two seats are two rights, one mailbox gets
 * one letter, and nobody guesses for whom she speaks.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoSeatsTest {
  private static final String W = "/api/workspaces/review";
  private static final String PRESS = W + "~press";
  private static final String HARBOUR = W + "~harbour";
  private static final String BOLA = "bola@press.example";
  private static final String CHIDI = "chidi@field.example";
  private static final String MEMO = "memo@lists.example";

  @TempDir static Path data;
  private StoryServer house;
  private Browser amina;
  private Browser bola;
  private Browser dara;
  private String press;
  private String harbour;
  private String thread;
  private int letters;

  @BeforeAll
  void start() throws Exception {
    house = new StoryServer(data);
    amina = house.founder("review", "lantern", "memo");
    amina.post(W + "/organisations", party("press", "CIVIL_SOCIETY")).id();
    amina.post(W + "/organisations", party("harbour", "CIVIL_SOCIETY")).id();
    amina.post(W + "/organisations", party("acme", "COMPANY")).id();
    bola = house.browser();
    press = accepted(bola, BOLA, "press", "MEMBER").getString("id");
    accepted(house.browser(), CHIDI, "press", "MEMBER");
    dara = house.browser();
    accepted(dara, "dara@acme.example", "acme", "LIAISON");
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private static JsonObject party(String slug, String side) {
    return new JsonObject().put("slug", slug).put("name", slug).put("side", side);
  }

  private Browser.Reply accept(Browser who, String address, String organisation, String role)
      throws Exception {
    for (Object open : amina.get(W + "/invitations").json().getJsonArray("items")) {
      amina.delete(W + "/invitations/" + ((JsonObject) open).getString("id"));
    }
    String path = house.invited(amina, W, address, organisation, role);
    return who.post(path, new JsonObject().put("name", address.substring(0, 5)));
  }

  private JsonObject accepted(Browser who, String address, String organisation, String role)
      throws Exception {
    Browser.Reply reply = accept(who, address, organisation, role);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json();
  }

  private String write(String from, String to, String subject, String more) throws IOException {
    String letter =
        """
        From: <%s>
        To: %s
        Subject: %s
        Message-ID: <s%d@laptop.example>
        %s
        On %s.
        """
            .formatted(from, to, subject, ++letters, more, subject)
            .replace("\n", "\r\n");
    return MailClient.send(house.smtpPort(), from, to, letter.getBytes(UTF_8));
  }

  private JsonObject posted(String subject) {
    return await()
        .atMost(Clocks.LONG)
        .until(
            () ->
                amina.get(W + "/lists/memo/threads").json().getJsonArray("items").stream()
                    .map(JsonObject.class::cast)
                    .filter(t -> t.getString("subject").equals(subject))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private JsonObject entry(JsonObject thread, int place) {
    return amina
        .get(W + "/threads/" + thread.getString("id"))
        .json()
        .getJsonArray("entries")
        .getJsonObject(place);
  }

  private String why(String subject) throws Exception {
    Mailbox.Mail mail =
        house.mailbox.await(
            BOLA, m -> m.subject().contains(subject) && m.header("To").contains(BOLA));
    return mail.text().replaceAll("\\s+", " ");
  }

  @Test
  @Order(1)
  void aSecondSeatIsTakenAndEachHasAPathOfItsOwn() throws Exception {
    JsonObject second = accepted(bola, BOLA, "harbour", "MEMBER");
    harbour = second.getString("id");

    assertThat(second.getString("workspace")).isEqualTo("review~harbour");
    Browser.Reply bare = bola.get(W);
    assertThat(bare.status()).isEqualTo(409);
    assertThat(bare.text()).contains("review~press or review~harbour");
    assertThat(bola.get(PRESS).json().getString("seat")).isEqualTo(press);
    assertThat(bola.get(HARBOUR).json().getString("seat")).isEqualTo(harbour);
    assertThat(bola.get(HARBOUR).json().getString("slug")).isEqualTo("review~harbour");
    String nowhere = bola.get("/api/workspaces/none").text();
    for (String other : List.of("~lantern", "~acme", "~nosuch")) {
      assertThat(bola.get(W + other).text()).as(other).isEqualTo(nowhere);
    }
    assertThat(bola.get("/api/me").json().getJsonArray("workspaces"))
        .extracting(w -> ((JsonObject) w).getString("path"))
        .containsExactly("review~press", "review~harbour");
    assertThat(amina.get(W + "~lantern").status()).as("also with one seat").isEqualTo(200);
  }

  @Test
  @Order(2)
  void nobodySitsForACompanyAndForAnybodyElse() throws Exception {
    Browser.Reply no = accept(dara, "dara@acme.example", "press", "MEMBER");
    assertThat(no.status()).isEqualTo(409);
    assertThat(no.text())
        .contains("One person cannot be a member for a company and for anyone else");
    assertThat(accept(bola, BOLA, "acme", "LIAISON").status()).isEqualTo(409);
    assertThat(accept(bola, BOLA, "press", "OBSERVER").text()).contains("already");
  }

  @Test
  @Order(3)
  void whatOneSeatReadsTheOtherDoesNot() throws Exception {
    try (Stream open = bola.follow(HARBOUR + "/events");
        Stream theirs = bola.follow(PRESS + "/events")) {
      thread =
          amina
              .post(
                  W + "/lists/memo/threads",
                  new JsonObject()
                      .put("subject", "For the press seat")
                      .put("text", "A word for one seat.")
                      .put("audience", "NAMED(" + press + "," + seatOf(amina, W) + ")"))
              .id();
      theirs.soon(f -> f.encode().contains("For the press seat"));
      amina
          .post(
              W + "/lists/memo/threads",
              new JsonObject().put("subject", "For all").put("text", "Hello."))
          .id();
      open.soon(f -> f.encode().contains("For all"));
      assertThat(open.mentions("For the press seat")).isFalse();
    }
    assertThat(bola.get(PRESS + "/threads/" + thread).status()).isEqualTo(200);
    assertThat(bola.get(HARBOUR + "/threads/" + thread).text())
        .isEqualTo(bola.get(HARBOUR + "/threads/nothing").text());
    for (String view : List.of("/lists/memo/threads", "/activity")) {
      assertThat(bola.get(PRESS + view).text()).as(view).contains("For the press seat");
      assertThat(bola.get(HARBOUR + view).text()).as(view).doesNotContain("For the press seat");
    }
    Mailbox.Mail copy = house.mailbox.await(BOLA, m -> m.subject().equals("For the press seat"));
    assertThat(copy.header("X-Seats")).isEmpty();
    Browser.Reply beyond =
        bola.post(HARBOUR + "/threads/" + thread + "/entries", new JsonObject().put("text", "x"));
    assertThat(beyond.status()).isEqualTo(404);
  }

  private static String seatOf(Browser who, String path) {
    return who.get(path).json().getString("seat");
  }

  @Test
  @Order(4)
  void oneKeyIsOneActOfEachSeat() {
    JsonObject said = new JsonObject().put("subject", "By key").put("text", "Once for each.");
    for (String path : List.of(PRESS, HARBOUR, PRESS, HARBOUR)) {
      bola.post(path + "/lists/memo/threads", said, "Idempotency-Key", "one-key-for-both").id();
    }
    assertThat(
            amina.get(W + "/lists/memo/threads").json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(t -> t.getString("subject").equals("By key"))
                .map(t -> entry(t, 0).getString("seat")))
        .containsExactlyInAnyOrder(press, harbour);
  }

  @Test
  @Order(5)
  void aLetterSaysForWhomOrIsRefusedWithTheReason() throws Exception {
    write(BOLA, MEMO, "Which one", "");
    assertThat(why("Which one"))
        .contains("member for several organisations", "list+organisation@")
        .doesNotContain("harbour");
    assertThat(write(BOLA, "memo+acme@lists.example", "Not mine", "")).startsWith("250");
    assertThat(why("Not mine")).contains("not an organisation that you can write for here");
    assertThat(write(BOLA, "memo+nosuch@lists.example", "Not there", "")).startsWith("250");
    assertThat(why("Not there")).contains("not an organisation that you can write for here");

    write(BOLA, "Memo+Harbour@lists.example", "From the docks", "");
    assertThat(entry(posted("From the docks"), 0).getString("seat")).isEqualTo(harbour);
    write(BOLA, "memo+press@lists.example", "From the desk", "");
    assertThat(entry(posted("From the desk"), 0).getString("seat")).isEqualTo(press);

    write(CHIDI, "memo+press@lists.example", "With one seat too", "");
    posted("With one seat too");
    write("eve@elsewhere.example", "memo+press@lists.example", "A stranger", "");
    write("eve@elsewhere.example", "memo+nosuch@lists.example", "Another stranger", "");
    await()
        .atMost(Clocks.LONG)
        .until(() -> amina.get(W + "/holds").text().contains("Another stranger"));
    assertThat(amina.get(W + "/holds").text()).contains("A stranger");
  }

  @Test
  @Order(6)
  void oneMailboxGetsOneLetterThatNamesBothSeatsAndAnswersAsTheFirst() throws Exception {
    write(CHIDI, MEMO, "The table", "");
    Mailbox.Mail copy = house.mailbox.await(BOLA, m -> m.subject().equals("The table"));
    assertThat(copy.header("X-Seats")).isEqualTo("press, harbour");
    String answer = copy.header("Reply-To").replaceAll(".*<(.*)>.*", "$1");

    write(BOLA, answer, "Re: The table", "In-Reply-To: <s" + letters + "@laptop.example>\n");
    house.mailbox.await(CHIDI, m -> m.subject().equals("Re: The table"));

    JsonObject table = posted("The table");
    assertThat(entry(table, 1).getString("seat")).isEqualTo(press);
    JsonObject issues = new JsonObject().put("key", "COP").put("name", "Provisions");
    amina.post(W + "/trackers", issues.put("audience", "EVERYONE").put("usual", "EVERYONE")).id();
    amina.post(W + "/trackers/COP/issues", new JsonObject().put("title", "Part III")).id();
    house.mailbox.await(BOLA, m -> m.subject().contains("Part III"));
    write(CHIDI, MEMO, "The end", "");
    house.mailbox.await(BOLA, m -> m.subject().equals("The end"));
    for (String subject : List.of("The table", "For all", "Part III", "The end")) {
      assertThat(house.mailbox.to(BOLA).stream().filter(m -> m.subject().contains(subject)))
          .as(subject)
          .hasSize(1);
    }
    assertThat(house.mailbox.to(BOLA))
        .as("her own words come back to none of her seats")
        .noneMatch(m -> m.subject().equals("From the docks") && !m.header("X-Seats").isEmpty())
        .noneMatch(m -> m.subject().equals("Re: The table"));
  }

  @Test
  @Order(7)
  void whereOneSeatTakesNoMailTheOtherDoesAndAnEndedOneIsNoneOfTwo() throws Exception {
    amina.send("POST", W + "/seats/" + press + "/end", null);

    assertThat(bola.get(W).json().getString("seat")).isEqualTo(harbour);
    assertThat(bola.get(PRESS).text()).isEqualTo(bola.get("/api/workspaces/none").text());
    write(BOLA, MEMO, "With one left", "");
    assertThat(entry(posted("With one left"), 0).getString("seat")).isEqualTo(harbour);
    write(CHIDI, MEMO, "To the one left", "");
    Mailbox.Mail copy = house.mailbox.await(BOLA, m -> m.subject().equals("To the one left"));
    assertThat(copy.header("X-Seats")).isEmpty();
    assertThat(bola.get(W + "/threads/" + thread).status()).isEqualTo(404);
  }
}
