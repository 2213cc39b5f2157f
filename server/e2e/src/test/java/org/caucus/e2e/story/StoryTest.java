package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job, from an empty server to a coalition at work; each test goes on from the last. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {
  private static final String W = "/api/workspaces/code-of-practice";
  private static final String REMOVAL = "Removal within 24 hours of notice";
  private static final String PRIVATE_MEMO = "Hand in the memo before the call";
  private static final Pattern LINK = Pattern.compile("http://\\S+/join/(\\S+)");

  /** The members, by first name: organisation, role, address. */
  private static final Map<String, List<String>> INVITED =
      Map.of(
          "ngozi", List.of("savanna", "MEMBER", "ngozi@savanna.example"),
          "ingrid", List.of("meridian", "MEMBER", "ingrid@meridian.example"),
          "dara", List.of("brightline", "LIAISON", "dara@brightline.example"),
          "yuki", List.of("northwind", "LIAISON", "yuki@northwind.example"));

  @TempDir static Path data;

  private StoryServer house;
  private Mailbox mailbox;
  private final Map<String, Browser> seats = new HashMap<>();
  private final Map<String, Stream> streams = new HashMap<>();
  private final Map<String, String> seatIds = new HashMap<>();
  private String thread;
  private String issue;

  @BeforeAll
  void start() throws IOException {
    house = new StoryServer(data);
    mailbox = house.mailbox;
  }

  @AfterAll
  void stop() throws IOException {
    for (Stream stream : streams.values()) {
      stream.close();
    }
    house.close();
  }

  private Browser as(String name) {
    return seats.get(name);
  }

  private static JsonObject json(String... pairs) {
    JsonObject json = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      json.put(pairs[i], pairs[i + 1]);
    }
    return json;
  }

  private static byte[] plain(String from, String to, String subject, String id, String more) {
    return ("From: "
            + from
            + "\r\nTo: "
            + to
            + "\r\nSubject: "
            + subject
            + "\r\nMessage-ID: <"
            + id)
        .concat(">\r\n" + more)
        .getBytes(ISO_8859_1);
  }

  private void mail(String from, String to, byte[] letter) throws IOException {
    assertThat(MailClient.send(house.smtpPort(), from, to, letter)).startsWith("250");
  }

  @Test
  @Order(1)
  void theOperatorSignsInByAMailedCodeInTheBrowserThatAskedForIt() throws Exception {
    Browser browser = house.browser();
    Browser.Reply asked = browser.post("/api/sign-in/codes", json("address", StoryServer.OPERATOR));
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.header("set-cookie")).contains("HttpOnly", "SameSite=Lax");
    Mailbox.Mail mail =
        mailbox.await(StoryServer.OPERATOR, m -> m.subject().contains("sign-in code"));
    String code = mail.subject().substring(0, 6);

    assertThat(house.browser().post("/api/sign-in", json("code", code)).status())
        .as("the same code in another browser")
        .isEqualTo(403);
    Browser.Reply in = browser.post("/api/sign-in", json("code", code));

    assertThat(in.status()).isEqualTo(200);
    assertThat(in.json().getBoolean("operator")).isTrue();
    assertThat(in.headers().allValues("set-cookie"))
        .as("pages read which sign-in it is, and nothing that lets somebody in")
        .allMatch(c -> c.contains("HttpOnly") || c.startsWith("caucus-who="));
    assertThat(browser.post("/api/sign-in", json("code", code)).status())
        .as("the same code again")
        .isEqualTo(403);
    seats.put("amina", browser);
  }

  @Test
  @Order(2)
  void aConvenorOpensAWorkspaceWithItsOrganisations() {
    JsonObject lantern =
        json("slug", "lantern", "name", "Lantern Rights Initiative", "side", "CIVIL_SOCIETY");
    as("amina")
        .post(
            "/api/workspaces",
            json("slug", "code-of-practice", "name", "Draft Code of Practice", "convenor", "Amina")
                .put("organisation", lantern))
        .id();
    organisation("savanna", "Savanna Digital Policy Centre", "CIVIL_SOCIETY");
    organisation("meridian", "Meridian Human Rights", "CIVIL_SOCIETY");
    organisation("brightline", "Brightline", "COMPANY");
    organisation("northwind", "Northwind", "COMPANY");
    list("coalition", "Coalition", "EVERYONE");
    list("civil", "Civil society", "CIVIL_SOCIETY");
    as("amina")
        .post(
            W + "/trackers",
            json("key", "COP", "name", "Provisions", "audience", "EVERYONE")
                .put("usual", "EVERYONE"))
        .id();

    assertThat(as("amina").get(W).json().getJsonArray("organisations")).hasSize(5);
  }

  private void organisation(String slug, String name, String side) {
    as("amina")
        .post(
            W + "/organisations", json("slug", slug, "name", name, "side", side, "history", "ALL"))
        .id();
  }

  private void list(String slug, String name, String audience) {
    as("amina").post(W + "/lists", json("slug", slug, "name", name, "audience", audience)).id();
    JsonObject asWritten = json("addresses", "SHOWN", "remote", "KEPT", "signed", "PASSED");
    as("amina").post(W + "/lists/" + slug + "/privacy", asWritten).id();
  }

  @Test
  @Order(3)
  void eachJoinsFromTheLinkInTheMailedInvitation() throws Exception {
    for (var invited : INVITED.entrySet()) {
      String address = invited.getValue().get(2);
      as("amina")
          .post(
              W + "/invitations",
              json("address", address, "organisation", invited.getValue().get(0))
                  .put("role", invited.getValue().get(1)))
          .id();
      Mailbox.Mail mail = mailbox.await(address, m -> LINK.matcher(m.text()).find());
      Matcher link = LINK.matcher(mail.text());
      assertThat(link.find()).isTrue();
      String offer = "/api/invitations/" + link.group(1);
      Browser browser = house.browser();

      assertThat(browser.get("/join/" + link.group(1)).status()).isEqualTo(200);
      assertThat(browser.get(offer).json().getString("address")).isEqualTo(address);
      assertThat(browser.get(offer).status()).as("reading does not use it").isEqualTo(200);
      String name = invited.getKey();
      String seat = browser.post(offer + "/acceptance", json("name", name)).id();

      assertThat(browser.get(W).json().getString("seat")).isEqualTo(seat);
      assertThat(house.browser().get(offer).status()).as("used").isEqualTo(404);
      seats.put(name, browser);
      seatIds.put(name, seat);
    }
    for (String name : List.of("amina", "ingrid", "dara", "yuki")) {
      streams.put(name, as(name).follow(W + "/events"));
    }
  }

  @Test
  @Order(4)
  void nobodyEntersUninvitedAndNoPageIsPublic() throws Exception {
    assertThat(house.browser().get(W).status()).isEqualTo(401);
    assertThat(house.browser().get(W + "/events").status()).isEqualTo(401);
    String stranger =
        house
            .wiring()
            .persons()
            .ensure("stranger@elsewhere.example", "Stranger")
            .compose(p -> house.wiring().tokens().mint(p.id(), "test"))
            .await();
    Browser outside = new Browser(house.base, stranger);
    assertThat(outside.get("/api/me").json().getJsonArray("workspaces")).isEmpty();
    assertThat(outside.get(W).status()).isEqualTo(404);
    assertThat(outside.get(W).text())
        .isEqualTo(outside.get("/api/workspaces/no-such-workspace").text());
    assertThat(outside.get(W + "/events").status()).isEqualTo(404);
    assertThat(
            outside
                .post(
                    "/api/workspaces",
                    json("slug", "own", "name", "Own", "convenor", "Stranger")
                        .put(
                            "organisation",
                            json("slug", "own", "name", "Own", "side", "CIVIL_SOCIETY")))
                .status())
        .isEqualTo(403);

    assertThat(house.browser().get("/robots.txt").text()).contains("Disallow: /");
    for (String page : List.of("/", "/w/code-of-practice", "/join/x", "/api/me", "/robots.txt")) {
      Browser.Reply reply = house.browser().get(page);
      assertThat(reply.header("cache-control")).as(page).isEqualTo("no-store");
      assertThat(reply.header("x-robots-tag")).as(page).contains("noindex");
      assertThat(reply.text()).as(page).doesNotContain("Lantern", "Draft Code");
    }
    assertThat(
            as("ngozi").post(W + "/lists", json("slug", "x", "name", "x", "audience", "EVERYONE")))
        .extracting(Browser.Reply::status)
        .isEqualTo(403);
  }

  /**
   * Signed, with an 8-bit and a base64 part, trailing blanks, a line with a dot, and an odd end.
   */
  private static final String SIGNED_BODY =
      String.join(
          "\r\n",
          "Preamble that only very old programs show.",
          "--=_outer",
          "Content-Type: multipart/mixed; boundary=\"=_inner\"",
          "",
          "--=_inner",
          "Content-Type: text/plain; charset=iso-8859-1",
          "Content-Transfer-Encoding: 8bit",
          "",
          "Chers coll\u00e8gues, the notice period of 24 hours is too short.   ",
          ".",
          "..two dots, then a tab at the end\t",
          "--=_inner",
          "Content-Type: application/pdf; name=\"memo.pdf\"",
          "Content-Transfer-Encoding: base64",
          "Content-Disposition: attachment; filename=\"memo.pdf\"",
          "",
          "JVBERi0xLjQKJcOkw7zDtsOfCjIgMCBvYmoKPDwvTGVuZ3RoIDMgMCBS",
          "L0ZpbHRlci9GbGF0ZURlY29kZT4+",
          "--=_inner--",
          "",
          "--=_outer",
          "Content-Type: application/pgp-signature; name=\"signature.asc\"",
          "",
          "-----BEGIN PGP SIGNATURE-----",
          "",
          "iQEzBAEBCAAdFiEEzqXkZ0000000000000000000000000000000000FAmKtAAA=",
          "=AbCd",
          "-----END PGP SIGNATURE-----",
          "--=_outer--",
          "",
          "");

  @Test
  @Order(5)
  void aSignedLetterToTheListReachesEveryoneAsItCame() throws Exception {
    byte[] letter =
        plain(
            "Ngozi Ekwueme <ngozi@savanna.example>",
            "coalition@lists.example",
            "The 24-hour rule",
            "one@savanna.example",
            "MIME-Version: 1.0\r\nContent-Type: multipart/signed; micalg=pgp-sha256;\r\n"
                + " protocol=\"application/pgp-signature\"; boundary=\"=_outer\"\r\n\r\n"
                + SIGNED_BODY);
    mail("ngozi@savanna.example", "coalition@lists.example", letter);

    for (String name : streams.keySet()) {
      JsonObject frame = streams.get(name).soon(Stream.put("threads", "The 24-hour rule"));
      assertThat(frame.getJsonObject("put").getJsonArray("entries").encode())
          .contains("notice period of 24 hours");
    }
    List<String> returnPaths = new ArrayList<>();
    for (String to : addresses("amina", "ingrid", "dara", "yuki")) {
      Mailbox.Mail mail = mailbox.await(to, m -> m.subject().equals("The 24-hour rule"));
      assertThat(mail.body()).as(to).isEqualTo(SIGNED_BODY.getBytes(ISO_8859_1));
      assertThat(mail.header("List-Id")).contains("coalition.code-of-practice.lists.example");
      assertThat(mail.header("List-Post")).contains("mailto:coalition@lists.example");
      assertThat(mail.header("List-Help")).isNotEmpty();
      assertThat(mail.header("List-Unsubscribe")).isNotEmpty();
      assertThat(mail.header("X-Audience")).isEqualTo("EVERYONE; readers=5");
      assertThat(mail.header("Message-ID")).isEqualTo("<one@savanna.example>");
      assertThat(mail.header("Content-Type")).contains("multipart/signed");
      returnPaths.add(mail.sender());
    }
    assertThat(returnPaths).doesNotHaveDuplicates().allMatch(p -> p.endsWith("@lists.example"));
    assertThat(mailbox.to("ngozi@savanna.example"))
        .noneMatch(m -> m.subject().equals("The 24-hour rule"));
    JsonObject shown = as("amina").get(W + "/lists/coalition/threads").json();
    thread = shown.getJsonArray("items").getJsonObject(0).getString("id");
  }

  private static List<String> addresses(String... names) {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      all.add(name.equals("amina") ? StoryServer.OPERATOR : INVITED.get(name).get(2));
    }
    return all;
  }

  @Test
  @Order(6)
  void aReplyByMailLandsInTheSameThreadInWebAndMail() throws Exception {
    Mailbox.Mail got =
        mailbox.await("dara@brightline.example", m -> m.subject().equals("The 24-hour rule"));
    String replyTo = got.header("Reply-To");
    byte[] reply =
        plain(
            "Dara <dara@brightline.example>",
            "coalition@lists.example",
            "Re: The 24-hour rule",
            "two@brightline.example",
            "In-Reply-To: <one@savanna.example>\r\nReferences: <one@savanna.example>\r\n"
                .concat("\r\nWe review four hundred notices a day.\r\n"));
    mail("dara@brightline.example", "coalition@lists.example", reply);

    JsonObject frame = streams.get("amina").soon(Stream.put("entries", "four hundred notices"));
    assertThat(frame.getJsonObject("put").getJsonArray("threads").getJsonObject(0).getString("id"))
        .isEqualTo(thread);
    assertThat(replyTo).as("everyone may read it").isEqualTo("coalition@lists.example");
    for (String to : addresses("amina", "ngozi", "ingrid", "yuki")) {
      Mailbox.Mail mail = mailbox.await(to, m -> Mailbox.has(m, "four hundred notices"));
      assertThat(mail.header("In-Reply-To")).isEqualTo("<one@savanna.example>");
      assertThat(mail.header("References")).isEqualTo("<one@savanna.example>");
    }
    String web =
        as("ingrid").post(W + "/threads/" + thread + "/entries", json("text", "Thank you.")).id();
    Mailbox.Mail mail = mailbox.await("ngozi@savanna.example", m -> Mailbox.has(m, "Thank you."));
    assertThat(mail.subject()).isEqualTo("Re: The 24-hour rule");
    assertThat(mail.header("References")).contains("<one@savanna.example>");
    assertThat(mail.header("Message-ID")).isEqualTo("<" + web + "@lists.example>");
    JsonObject read = as("yuki").get(W + "/threads/" + thread).json();
    assertThat(read.getJsonArray("entries")).hasSize(3);
    assertThat(original(read)).isEqualTo(SIGNED_BODY.getBytes(ISO_8859_1));
  }

  private byte[] original(JsonObject thread) {
    String href = thread.getJsonArray("entries").getJsonObject(0).getString("original");
    return RawLetter.of(as("yuki").get(href).body().getBytes()).body();
  }

  @Test
  @Order(7)
  void aCivilSocietyListStaysAmongCivilSociety() throws Exception {
    byte[] letter =
        plain(
            "ngozi@savanna.example",
            "civil@lists.example",
            "Before the call",
            "three@savanna.example",
            "\r\nLet us agree on our red lines first.\r\n");
    mail("ngozi@savanna.example", "civil@lists.example", letter);

    streams.get("amina").soon(Stream.put("threads", "Before the call"));
    for (String to : addresses("amina", "ingrid")) {
      Mailbox.Mail mail = mailbox.await(to, m -> m.subject().equals("Before the call"));
      assertThat(mail.header("X-Audience")).isEqualTo("CIVIL_SOCIETY; readers=3");
    }
    // what came after is there, so what came before would be
    as("amina").post(W + "/lists/coalition/threads", json("subject", "Marker", "text", "m")).id();
    for (String name : List.of("dara", "yuki")) {
      streams.get(name).soon(Stream.put("threads", "Marker"));
      assertThat(streams.get(name).mentions("Before the call")).isFalse();
      assertThat(streams.get(name).mentions("red lines")).isFalse();
      assertThat(as(name).get(W).text()).doesNotContain("civil@lists.example");
      assertThat(as(name).get(W + "/lists/civil/threads").status()).isEqualTo(404);
      assertThat(as(name).get(W + "/activity").text()).doesNotContain("Before the call");
    }
    mailbox.await("dara@brightline.example", m -> m.subject().equals("Marker"));
    for (String to : addresses("dara", "yuki")) {
      assertThat(mailbox.to(to)).noneMatch(m -> Mailbox.has(m, "red lines"));
    }
  }

  @Test
  @Order(8)
  void anIssueIsOpenedAssignedCommentedClosedAndReopened() throws Exception {
    String due = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
    issue =
        as("ingrid")
            .post(
                W + "/trackers/COP/issues",
                json("title", REMOVAL, "description", "What must a notice contain?", "due", due)
                    .put("provision", "Part I")
                    .put("assignees", new JsonArray().add(seatIds.get("ngozi"))))
            .id();
    streams.get("dara").soon(Stream.put("issues", REMOVAL));
    Mailbox.Mail notice =
        mailbox.await("ngozi@savanna.example", m -> m.subject().contains(REMOVAL));
    as("yuki").post(W + "/issues/" + issue + "/entries", json("text", "A form would help.")).id();
    String answers = notice.header("Reply-To").replaceAll(".*<|>.*", "");
    mail(
        "ngozi@savanna.example",
        answers,
        plain(
            "ngozi@savanna.example",
            answers,
            "Re: " + notice.subject(),
            "four@savanna.example",
            "In-Reply-To: "
                + notice.header("Message-ID")
                + "\r\n\r\nThe memo asks for a form with few fields.\r\n"));
    JsonObject frame = streams.get("yuki").soon(Stream.put("entries", "form with few fields"));
    assertThat(frame.getJsonObject("put").getJsonArray("issues").encode()).contains(issue);
    Mailbox.Mail told =
        mailbox.await("yuki@northwind.example", m -> Mailbox.has(m, "form with few fields"));
    assertThat(told.header("In-Reply-To")).isEqualTo(notice.header("Message-ID"));

    String closed = as("ingrid").post(W + "/issues/" + issue + "/closure", json("as", "DONE")).id();
    assertThat(closed).isEqualTo(issue);
    assertThat(state()).isEqualTo("DONE");
    as("amina").delete(W + "/issues/" + issue + "/closure").id();
    assertThat(state()).isNotIn("DONE", "DECLINED");

    JsonObject read = as("dara").get(W + "/issues/COP-1").json();
    assertThat(read.getJsonObject("issue").getString("due")).isEqualTo(due);
    assertThat(read.getJsonObject("issue").getJsonArray("assignees"))
        .containsExactly(seatIds.get("ngozi"));
    assertThat(read.getJsonArray("entries").stream().map(e -> ((JsonObject) e).getString("via")))
        .containsExactly("WEB", "MAIL");
  }

  private String state() {
    return as("dara").get(W + "/issues/" + issue).json().getJsonObject("issue").getString("state");
  }

  @Test
  @Order(9)
  void aLiaisonPostsUpdatesByWebAndByMailAndASilentCompanyIsShownAsSilent() throws Exception {
    as("dara")
        .post(
            W + "/updates",
            json("title", "We asked for a technical meeting", "body", "No date yet.")
                .put("kind", "ACTION")
                .put("stage", "IN_REVIEW"))
        .id();
    streams.get("ingrid").soon(Stream.put("companies", "brightline"));
    mail(
        "dara@brightline.example",
        "updates.brightline@lists.example",
        plain(
            "dara@brightline.example",
            "updates.brightline@lists.example",
            "The agency answered",
            "five@brightline.example",
            "\r\nThe meeting is on Monday.\r\n"));
    // a draft, of which its author is asked by mail, and nobody else knows
    mailbox.await("dara@brightline.example", m -> Mailbox.has(m, "updates.brightline@"));
    assertThat(as("amina").get(W + "/updates").json().getJsonArray("items")).hasSize(1);
    String draft =
        as("dara").get(W + "/holds").json().getJsonArray("items").getJsonObject(0).getString("id");
    as("dara").send("POST", W + "/holds/" + draft + "/approval", null).id();
    streams.get("ingrid").soon(Stream.put("updates", "The agency answered"));
    mailbox.await("ngozi@savanna.example", m -> Mailbox.has(m, "The meeting is on Monday"));

    JsonObject feed = as("amina").get(W + "/updates").json();
    assertThat(feed.getJsonArray("items")).hasSize(2);
    assertThat(feed.getJsonArray("items").getJsonObject(0).getString("via")).isEqualTo("MAIL");
    Map<String, JsonObject> board = new HashMap<>();
    feed.getJsonArray("companies")
        .forEach(c -> board.put(((JsonObject) c).getString("company"), (JsonObject) c));
    assertThat(board.get("brightline").getBoolean("silent")).isFalse();
    assertThat(board.get("brightline").getInteger("daysSince")).isZero();
    assertThat(board.get("northwind").getBoolean("silent")).isFalse(); // it has just come
    assertThat(board.get("northwind").containsKey("lastUpdateAt")).isFalse();
    assertThat(as("ngozi").post(W + "/updates", json("title", "x", "body", "x")).status())
        .as("only liaisons speak for a company")
        .isBetween(400, 403);
  }

  @Test
  @Order(10)
  void actionsArePlannedAndALiaisonNeverLearnsOfTheClosedOnes() throws Exception {
    String call =
        as("amina")
            .post(
                W + "/actions",
                json("kind", "CALL", "title", "Joint call with the platforms")
                    .put("startsAt", "2027-01-14T15:00:00+01:00")
                    .put("zone", "Africa/Lagos"))
            .id();
    String memo =
        as("ingrid")
            .post(
                W + "/actions",
                json("kind", "SUBMISSION", "title", PRIVATE_MEMO, "audience", "CIVIL_SOCIETY"))
            .id();
    as("dara").post(W + "/actions/" + call + "/commitments", json("answer", "WILL")).id();
    as("ngozi").post(W + "/actions/" + memo + "/commitments", json("answer", "WILL")).id();
    as("ingrid").patch(W + "/actions/" + memo, json("outcome", "Handed in at noon.")).id();
    as("amina").patch(W + "/actions/" + call, json("state", "UNDER_WAY")).id();

    streams.get("amina").soon(Stream.put("actions", "Handed in at noon."));
    streams.get("dara").soon(Stream.put("actions", "UNDER_WAY"));
    JsonObject shown = as("dara").get(W + "/actions/" + call).json().getJsonObject("action");
    assertThat(shown.getString("owner")).isNotEmpty();
    assertThat(shown.getString("zone")).isEqualTo("Africa/Lagos");
    assertThat(shown.getJsonArray("commitments").encode()).contains("brightline");
    assertThat(as("ingrid").get(W + "/actions").text()).contains(PRIVATE_MEMO, "savanna");
    String absent = as("dara").get(W + "/actions/nothing").text();
    assertThat(as("dara").get(W + "/actions/" + memo).status()).isEqualTo(404);
    assertThat(as("dara").get(W + "/actions/" + memo).text()).isEqualTo(absent);
    assertThat(
            as("dara").post(W + "/actions/" + memo + "/commitments", json("answer", "MAY")).text())
        .isEqualTo(absent);
    for (String where : List.of("/actions", "/activity", "")) {
      assertThat(as("dara").get(W + where).text()).doesNotContain(PRIVATE_MEMO, memo, "noon");
    }
    assertThat(streams.get("dara").mentions(PRIVATE_MEMO)).isFalse();
    assertThat(streams.get("dara").mentions(memo)).isFalse();
    assertThat(mailbox.to("dara@brightline.example"))
        .noneMatch(m -> Mailbox.has(m, PRIVATE_MEMO) || Mailbox.has(m, memo));
  }

  @Test
  @Order(11)
  void oneActivityTellsWhoDidWhatAndTheStreamSaidTheSame() {
    for (String name : List.of("amina", "dara")) {
      JsonObject page = as(name).get(W + "/activity?limit=200").json();
      List<String> told = new ArrayList<>();
      page.getJsonArray("items").forEach(i -> told.addFirst(((JsonObject) i).getString("id")));
      List<String> streamed = streams.get(name).positions();
      assertThat(streamed).doesNotHaveDuplicates();
      assertThat(told.subList(told.size() - streamed.size(), told.size()))
          .containsExactlyElementsOf(streamed);
      assertThat(page.encode())
          .contains("issue.closed", "issue.reopened", "update.posted", "action.committed");
    }
  }

  @Test
  @Order(12)
  void aTabThatWasOfflineCatchesUpWithoutAGapOrADouble() throws Exception {
    List<String> all = streams.get("dara").positions();
    for (int from : List.of(0, all.size() / 2, all.size() - 2)) {
      List<String> missed = all.subList(from + 1, all.size());
      try (Stream byHeader = as("dara").follow(W + "/events", "Last-Event-ID", all.get(from));
          Stream byQuery = as("dara").follow(W + "/events?after=" + all.get(from))) {
        byHeader.soon(Stream.at(all.getLast()));
        byQuery.soon(Stream.at(all.getLast()));
        assertThat(byHeader.positions()).isEqualTo(missed);
        assertThat(byQuery.positions()).isEqualTo(missed);
      }
    }
    try (Stream lost = as("dara").follow(W + "/events?after=unknown")) {
      assertThat(lost.soon(f -> true).getBoolean("reload")).isTrue();
    }
    String position = as("dara").get(W).json().getString("position");
    try (Stream fresh = as("dara").follow(W + "/events?after=" + position)) {
      String next =
          as("yuki")
              .post(W + "/lists/coalition/threads", json("subject", "Next", "text", "n"))
              .json()
              .getString("position");
      fresh.soon(Stream.at(next));
      assertThat(fresh.positions()).containsExactly(next);
    }
  }

  @Test
  @Order(13)
  void signingOutClosesTheStreamsOfThatSession() throws Exception {
    Browser yuki = as("yuki");
    assertThat(streams.get("yuki").isOpen()).isTrue();
    assertThat(yuki.delete("/api/session").status()).isEqualTo(204);

    assertThat(streams.get("yuki").closesSoon()).isTrue();
    assertThat(yuki.get(W).status()).isEqualTo(401);
    assertThat(streams.get("amina").isOpen()).isTrue();
  }

  @Test
  @Order(14)
  void endingASeatClosesItsStreamAndItReadsNothingMore() throws Exception {
    assertThat(as("dara").get(W).status()).isEqualTo(200);
    as("amina").send("POST", W + "/seats/" + seatIds.get("dara") + "/end", null).id();

    assertThat(streams.get("dara").closesSoon()).isTrue();
    assertThat(as("dara").get(W).status()).isEqualTo(404);
    assertThat(as("dara").get(W + "/events").status()).isEqualTo(404);
    assertThat(streams.get("amina").isOpen()).isTrue();
    as("amina").post(W + "/lists/coalition/threads", json("subject", "After", "text", "a")).id();
    mailbox.await("yuki@northwind.example", m -> m.subject().equals("After"));
    assertThat(mailbox.to("dara@brightline.example")).noneMatch(m -> m.subject().equals("After"));
  }
}
