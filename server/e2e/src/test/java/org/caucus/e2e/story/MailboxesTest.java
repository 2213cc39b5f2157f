package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.http.StepUp;
import org.caucus.identity.VerificationCodes;
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

/** Bola has a mailbox at work and one at home, and leaves the first behind. By HTTP and by SMTP. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MailboxesTest {
  private static final String W = "/api/workspaces/review";
  private static final String WORK = "bola@press.example";
  private static final String HOME = "bola@home.example";
  private static final String CHIDI = "chidi@field.example";
  private static final Pattern ADDS = Pattern.compile("(\\d{6}) adds this address to an account");

  @TempDir static Path data;
  private StoryServer house;
  private Browser amina;
  private Browser bola;
  private int letters;

  @BeforeAll
  void start() throws Exception {
    house = new StoryServer(data);
    amina = house.founder("review", "press", "memo");
    bola = joined(WORK, "Bola");
    joined(CHIDI, "Chidi");
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private Browser joined(String address, String name) throws Exception {
    String path = house.invited(amina, W, address, "press", "MEMBER");
    house.browser().post(path, new JsonObject().put("name", name)).id();
    return house.signedIn(address, StoryServer.FIREFOX); // the link alone proves nothing
  }

  private Browser.Reply offer(String address) {
    return bola.post("/api/addresses/offers", new JsonObject().put("address", address));
  }

  private static Browser.Reply prove(Browser who, String proof, String code, String... headers) {
    return who.post(
        "/api/addresses", new JsonObject().put("proof", proof).put("code", code), headers);
  }

  private String code(String address) throws Exception {
    Mailbox.Mail mail = house.mailbox.await(address, m -> ADDS.matcher(m.subject()).find());
    Matcher code = ADDS.matcher(mail.subject());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private JsonObject shown(String address) {
    return bola.get("/api/addresses").json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(a -> a.getString("address").equals(address))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private String path(String address) {
    return "/api/addresses/" + shown(address).getString("id");
  }

  private String write(String from, String to, String subject) throws IOException {
    return write(from, to, subject, "");
  }

  private String write(String from, String to, String subject, String first) throws IOException {
    String letter =
        """
        From: Bola <%s>
        To: %s
        Subject: %s
        Message-ID: <b%d@laptop.example>

        %sThe agency answers on %s.
        """
            .formatted(from, to, subject, ++letters, first, subject)
            .replace("\n", "\r\n");
    return MailClient.send(house.smtpPort(), from, to, letter.getBytes(UTF_8));
  }

  private List<String> subjects() {
    return amina.get(W + "/lists/memo/threads").json().getJsonArray("items").stream()
        .map(t -> ((JsonObject) t).getString("subject"))
        .toList();
  }

  private void posted(String subject) {
    await().atMost(Clocks.LONG).until(() -> subjects().contains(subject));
  }

  private List<String> told(String address) {
    return house.mailbox.to(address).stream()
        .filter(m -> m.subject().equals("About your account"))
        .map(Mailbox.Mail::text)
        .toList();
  }

  @Test
  @Order(1)
  void anAddressIsAddedByTheCodeMailedThereAndTheOtherIsTold() throws Exception {
    String proof = offer(HOME).json().getString("proof");
    String code = code(HOME);
    assertThat(prove(amina, proof, code).status()).as("not another person").isEqualTo(403);
    Browser.Reply wrong = prove(bola, proof, code.equals("000000") ? "000001" : "000000");
    assertThat(wrong.text()).contains("4 attempts left");

    Browser.Reply added = prove(bola, proof, code, "Idempotency-Key", "home-address-1");
    Browser.Reply again = prove(bola, proof, code, "Idempotency-Key", "home-address-1");

    assertThat(added.status()).as(added.text()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(added.text());
    assertThat(shown(HOME).getBoolean("receives")).isFalse();
    assertThat(shown(WORK).getBoolean("receives")).isTrue();
    house.mailbox.await(WORK, m -> m.text().contains("An address was added"));
    assertThat(told(WORK)).hasSize(1);
    assertThat(told(WORK).getFirst()).doesNotContain(HOME);
    assertThat(told(HOME)).isEmpty();
  }

  @Test
  @Order(2)
  void whetherSomebodyElseHoldsAnAddressIsToldToItsMailboxAlone() throws Exception {
    Browser.Reply theirs = offer(CHIDI);
    Browser.Reply nobodys = offer("nobody@field.example");

    assertThat(theirs.status()).isEqualTo(nobodys.status()).isEqualTo(202);
    assertThat(theirs.json().fieldNames()).isEqualTo(nobodys.json().fieldNames());
    house.mailbox.await(CHIDI, m -> m.text().contains("belongs to an account"));
    code("nobody@field.example");
    assertThat(house.mailbox.to(CHIDI)).noneMatch(m -> ADDS.matcher(m.subject()).find());
    for (int left = 4; left >= 0; left--) {
      Browser.Reply one = prove(bola, theirs.json().getString("proof"), "000000");
      Browser.Reply other = prove(bola, nobodys.json().getString("proof"), "000000");
      assertThat(one.status()).isEqualTo(403);
      assertThat(one.text()).isEqualTo(other.text());
    }
    assertThat(offer(HOME).status()).as("one's own is no secret").isEqualTo(409);
    assertThat(offer("memo@lists.example").status()).as("not a list of ours").isEqualTo(400);
    assertThat(offer("nowhere").status()).isEqualTo(400);
  }

  @Test
  @Order(3)
  void lettersAreTakenFromEachAndSentToOne() throws Exception {
    write(WORK, "memo@lists.example", "the memo");
    posted("the memo");
    write(HOME, "memo@lists.example", "the annex");
    posted("the annex");
    write(CHIDI, "memo@lists.example", "the table", "Audience: civil society\n\n");
    Mailbox.Mail copy = house.mailbox.await(WORK, m -> m.subject().contains("the table"));
    assertThat(house.mailbox.to(HOME)).noneMatch(m -> m.subject().contains("the table"));

    String answer = copy.header("Reply-To").replaceAll(".*<(.*)>.*", "$1");
    assertThat(answer).startsWith("review+r.");
    write(HOME, answer, "Re: the table");
    house.mailbox.await(CHIDI, m -> m.subject().equals("Re: the table"));
  }

  @Test
  @Order(4)
  void mailGoesToTheOneThatIsChosenAndBothAreTold() throws Exception {
    String home = path(HOME);
    assertThat(bola.delete(path(WORK)).text())
        .contains("Choose another address for your email first");

    assertThat(bola.send("POST", home + "/receiving", null).status()).isEqualTo(200);

    assertThat(shown(HOME).getBoolean("receives")).isTrue();
    assertThat(bola.get("/api/me").json().getString("address")).isEqualTo(HOME);
    house.mailbox.await(HOME, m -> m.text().contains("Your email now goes to another"));
    house.mailbox.await(WORK, m -> m.text().contains("Your email now goes to another"));
    write(CHIDI, "memo@lists.example", "the list of platforms");
    house.mailbox.await(HOME, m -> m.subject().contains("the list of platforms"));
    assertThat(house.mailbox.to(WORK))
        .noneMatch(m -> m.subject().contains("the list of platforms"));
  }

  @Test
  @Order(5)
  void aCodeSignsInFromAnyOfThemInTheFormOfTheirMail() throws Exception {
    for (String address : List.of(WORK, HOME)) {
      boolean text = address.equals(HOME);
      if (text) {
        JsonObject chosen = new JsonObject().put("zone", "UTC").put("echo", true);
        chosen.put("notices", "EACH").put("format", "TEXT");
        assertThat(bola.post(W + "/my-mail", chosen).status()).isEqualTo(201);
      }
      Browser browser = house.browser();
      browser.post("/api/sign-in/codes", new JsonObject().put("address", address));
      Pattern is = Pattern.compile("(\\d{6}) is your sign-in code");
      Mailbox.Mail mail = house.mailbox.await(address, m -> is.matcher(m.subject()).find());
      Matcher code = is.matcher(mail.subject());
      assertThat(code.find()).isTrue();
      assertThat(mail.header("Content-Type")).startsWith(text ? "text/plain" : "multipart/alt");
      Browser.Reply in = browser.post("/api/sign-in", new JsonObject().put("code", code.group(1)));
      assertThat(in.json().getString("id")).isEqualTo(bola.get("/api/me").json().getString("id"));
    }
  }

  @Test
  @Order(6)
  void anEndedAddressWritesAndSignsInNoMoreAndIsToldSo() throws Exception {
    String work = path(WORK);
    long codes = signInCodes(WORK);
    assertThat(bola.delete(work).status()).isEqualTo(204);
    assertThat(bola.delete(work).status()).as("again").isEqualTo(204);

    assertThat(shown(WORK).getString("until")).isNotNull();
    assertThat(bola.send("POST", work + "/receiving", null).status()).isEqualTo(404);
    house.mailbox.await(WORK, m -> m.text().contains("An address was removed from your account"));
    house.mailbox.await(HOME, m -> m.text().contains("An address was removed from your account"));
    write(WORK, "memo@lists.example", "a late letter");
    Mailbox.Mail why = house.mailbox.await(WORK, m -> m.subject().contains("a late letter"));
    assertThat(why.text().replaceAll("\\s+", " "))
        .contains("The address you wrote from is no longer used here")
        .doesNotContain(HOME);
    assertThat(subjects()).doesNotContain("a late letter");
    assertThat(amina.get(W + "/holds").text()).doesNotContain("a late letter");
    assertThat(bola.delete(path(HOME)).text()).contains("your only address");
    house.browser().post("/api/sign-in/codes", new JsonObject().put("address", WORK));
    write(HOME, "memo@lists.example", "the last word");
    posted("the last word");
    assertThat(signInCodes(WORK)).isEqualTo(codes);
  }

  private long signInCodes(String address) {
    return house.mailbox.to(address).stream()
        .filter(m -> m.subject().contains("is your sign-in code"))
        .count();
  }

  @Test
  @Order(7)
  void whatWasEndedIsFreeForThePersonWhoProvesItNext() throws Exception {
    Browser successor = joined(WORK, "Femi");
    String id = successor.get("/api/me").json().getString("id");
    assertThat(id).isNotEqualTo(bola.get("/api/me").json().getString("id"));
    write(WORK, "memo@lists.example", "from the successor");
    posted("from the successor");
    Browser.Reply offered = offer(WORK);
    assertThat(offered.status()).isEqualTo(202);
    house.mailbox.await(WORK, m -> m.text().contains("belongs to an account"));
  }

  @Test
  @Order(8)
  void eachChangeWantsAFreshProofAndACodeHasItsTime() throws Exception {
    String proof = offer("bola@field.example").json().getString("proof");
    String code = code("bola@field.example");
    house.pass(VerificationCodes.LIFETIME);
    assertThat(prove(bola, proof, code).text()).contains("No code is valid");
    house.pass(StepUp.LASTS);
    for (Browser.Reply reply :
        List.of(
            offer("bola@field.example"),
            bola.send("POST", path(HOME) + "/receiving", null),
            bola.delete(path(HOME)))) {
      assertThat(reply.json().getString("type")).isEqualTo("urn:caucus:step-up-needed");
    }
  }
}
