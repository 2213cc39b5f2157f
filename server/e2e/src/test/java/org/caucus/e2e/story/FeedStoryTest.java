package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Company updates in a feed reader, over HTTP, parsed by one. */
@Tag("slow")
class FeedStoryTest extends FeedsOnDemo {
  @Test
  void aReaderReadsWhatTheSeatMayReadAndNothingElse() throws FeedException {
    String words = "Appeals <b>faster</b> & in 48 hours";
    dara.post(UPDATES, update("Appeals ]]> & co", words).put("kind", "ACTION")).id();
    dara.post(UPDATES, update("Among us", "For us alone.").put("audience", own())).id();
    JsonObject mine = make(amina);

    SyndFeed feed = parsed(read(mine.getString("atom")));

    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    SyndEntry entry = titled(feed, "Appeals ]]> & co").orElseThrow();
    String content = entry.getContents().getFirst().getValue();
    assertThat(content).contains("Appeals <b>faster</b> &").contains("On the record");
    assertThat(content).contains("Who can read this: Everyone (");
    assertThat(entry.getContents().getFirst().getType()).isEqualTo("text");
    assertThat(entry.getLink()).contains("/w/code-of-practice/updates/");
    assertThat(entry.getPublishedDate()).isNotNull();
    assertThat(titled(feed, "Among us")).isEmpty();
    assertThat(titled(parsed(read(make(dara).getString("atom"))), "Among us")).isPresent();
    // asked again under the same key it is the same address
    assertThat(make(amina).getString("atom")).isEqualTo(mine.getString("atom"));
  }

  @Test
  void theSameAsJson() {
    dara.post(UPDATES, update("As JSON", "It is one.")).id();

    Browser.Reply reply = read(make(amina).getString("json"));

    assertThat(reply.header("content-type")).startsWith("application/feed+json");
    JsonObject feed = reply.json();
    // https://www.jsonfeed.org/version/1.1/: required of a feed, and of each item
    assertThat(feed.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.getString("title")).isNotBlank();
    JsonArray items = feed.getJsonArray("items");
    assertThat(items).isNotEmpty();
    for (int i = 0; i < items.size(); i++) {
      assertThat(items.getJsonObject(i).getString("id")).startsWith("tag:");
      assertThat(items.getJsonObject(i).getString("content_text")).isNotBlank();
    }
  }

  @Test
  void aFeedSpeaksItsReadersLanguageAndMembersWordsStay() throws FeedException {
    Browser halima = as("halima@");
    JsonObject french = new JsonObject().put("language", "fr");
    assertThat(halima.send("PUT", "/api/me/language", french.encode()).status()).isLessThan(300);
    dara.post(
            W + "/updates",
            new JsonObject()
                .put("title", "In two languages")
                .put("body", "Appeals faster.")
                .put("kind", "STATUS")
                .put("stage", "DECIDED")
                .put("attribution", "BACKGROUND"))
        .id();
    JsonObject made = halima.post(W + "/feeds", new JsonObject().put("name", "In French")).json();

    Browser.Reply atom = read(made.getString("atom"));
    assertThat(atom.text()).contains("xml:lang=\"fr\"", "Communications · ");
    SyndEntry entry = titled(parsed(atom), "In two languages").orElseThrow();
    assertThat(entry.getContents().getFirst().getValue())
        .contains(
            "Appeals faster.",
            "Sans attribution · point d’étape, décidé",
            "Visible par\u00a0: Tout")
        .doesNotContain("Who can read", "Background");
    assertThat(read(made.getString("actionsJson")).json().getString("language")).isEqualTo("fr");
    assertThat(read(make(dara).getString("atom")).text()).contains("xml:lang=\"en\"");
  }

  @Test
  void actionsAreReadAtTheSameAddressAsFarAsTheSeatReadsThem() throws FeedException {
    JsonObject call = new JsonObject().put("kind", "CALL").put("zone", "Africa/Lagos");
    amina
        .post(W + "/actions", call.copy().put("title", "Call for all").put("description", "A <b>"))
        .id();
    amina
        .post(
            W + "/actions",
            call.copy().put("title", "Call among us").put("audience", "CIVIL_SOCIETY"))
        .id();
    JsonObject name = new JsonObject().put("name", "Of actions");
    JsonObject made = dara.post(W + "/feeds", name, "Idempotency-Key", "of-actions").json();

    SyndFeed feed = parsed(read(made.getString("actionsAtom")));

    SyndEntry entry = titled(feed, "Call for all").orElseThrow();
    assertThat(entry.getContents().getFirst().getValue())
        .contains("When: not decided yet", "A <b>", "Who can read this: Everyone (");
    assertThat(titled(feed, "Call among us")).isEmpty();
    assertThat(titled(parsed(read(make(amina).getString("actionsAtom"))), "Call among us"))
        .isPresent();
    JsonObject json = read(made.getString("actionsJson")).json();
    assertThat(json.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(json.getJsonArray("items").getJsonObject(0).getJsonArray("tags")).hasSize(2);
    assertThat(dara.send("DELETE", W + "/feeds/" + made.getString("id"), null).status())
        .isEqualTo(204);
    assertThat(read(made.getString("actionsAtom")).status()).isEqualTo(410);
  }

  @Test
  void aFeedIsNarrowedAndWhatThereIsNotIsNamed() throws FeedException {
    dara.post(UPDATES, update("Decided", "Yes.").put("kind", "POSITION").put("stage", "DECIDED"))
        .id();
    dara.post(UPDATES, update("Noted", "Seen.").put("kind", "STATUS")).id();
    JsonObject made = make(amina);
    String atom = made.getString("atom");

    SyndFeed positions = parsed(narrowed(atom, "kind=position,action&stage=decided"));

    assertThat(titled(positions, "Decided")).isPresent();
    assertThat(titled(positions, "Noted")).isEmpty();
    assertThat(titled(parsed(narrowed(atom, "company=brightline")), "Noted")).isPresent();
    assertThat(titled(parsed(narrowed(atom, "company=northwind")), "Noted")).isEmpty();
    Browser.Reply unknown = narrowed(atom, "knd=position");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text())
        .isEqualTo("The filter \"knd\" is not known. Use one of these: company, kind, stage.\n");
    assertThat(narrowed(atom, "stage=decidet").text())
        .isEqualTo(
            "The filter stage has no value \"decidet\". Use one of these: decided, done, in-review,"
                + " noted.\n");
    assertThat(narrowed(atom, "company=%3Cb%3E%0Dx").text())
        .startsWith("The filter company has no value \"bx\"");
    assertThat(narrowed(made.getString("calendar"), "kind=call").text())
        .isEqualTo("The filter \"kind\" is not known. Use one of these: q.\n");
    assertThat(narrowed(made.getString("actionsJson"), "kind=call&state=planned").status())
        .isEqualTo(200);
  }

  private static String ownId(Browser.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.text().replaceFirst("(?s).*?<id>(.*?)</id>.*", "$1");
  }

  /** RFC 4287 section 4.2.6: a reader that has two of them would take them for one. */
  @Test
  void feedsThatAreNarrowedDifferentlyHaveIdentifiersOfTheirOwnThatStay() {
    JsonObject made =
        amina.post(W + "/feeds", new JsonObject().put("name", "Narrowed in many ways")).json();
    String atom = made.getString("atom");
    String actions = made.getString("actionsAtom");
    String issues = made.getString("issuesAtom");

    List<String> all =
        List.of(
            ownId(read(atom)),
            ownId(narrowed(atom, "kind=position")),
            ownId(narrowed(atom, "kind=position&stage=decided")),
            ownId(read(actions)),
            ownId(narrowed(actions, "q=notice")),
            ownId(narrowed(actions, "q=Notice")),
            ownId(read(issues)),
            ownId(narrowed(issues, "q=notice")),
            ownId(narrowed(issues, "tracker=cop")));

    assertThat(all).doesNotHaveDuplicates().allMatch(id -> id.startsWith("tag:"));
    assertThat(String.join(" ", all)).doesNotContain("otice");
    assertThat(ownId(narrowed(atom, "stage=decided&kind=POSITION&kind=position")))
        .as("the same question, asked otherwise")
        .isEqualTo(all.get(2));
    assertThat(ownId(narrowed(issues, "q=%20"))).isEqualTo(all.get(6));
    contentOfMail("ALL");
    try {
      assertThat(ownId(narrowed(issues, "tracker=cop")))
          .as("whatever may be said of it")
          .isEqualTo(all.getLast());
    } finally {
      contentOfMail("OFF");
    }
  }

  @Test
  void whatWasSaidOffRecordLeavesWithoutItsWords() {
    dara.post(UPDATES, update("Secretly", "Unquotable.").put("attribution", "OFF_RECORD")).id();
    JsonObject made = make(amina);

    for (String form : List.of("atom", "json")) {
      assertThat(read(made.getString(form)).text())
          .doesNotContain("Secretly", "Unquotable")
          .contains("Off the record");
    }
  }

  @Test
  void aCorrectionIsSaidAsSuchWithItsReason() throws FeedException {
    String id = dara.post(UPDATES, update("By June", "In June.")).id();
    dara.post(
            UPDATES + "/" + id + "/corrections",
            new JsonObject()
                .put("title", "By June")
                .put("body", "In July.")
                .put("note", "The month was wrong."))
        .id();

    JsonObject made = make(amina);

    String content =
        titled(parsed(read(made.getString("atom"))), "By June")
            .orElseThrow()
            .getContents()
            .getFirst()
            .getValue();
    assertThat(content)
        .contains("In July.")
        .containsPattern("Corrected on .*: The month was wrong");
    assertThat(read(made.getString("json")).text()).contains("The month was wrong.");
  }

  @Test
  void aRetractionIsSaidAsSuch() throws FeedException {
    String id = dara.post(UPDATES, update("Soon", "In May.")).id();
    dara.post(UPDATES + "/" + id + "/retraction", new JsonObject().put("reason", "Not in May."))
        .id();

    SyndFeed feed = parsed(read(make(amina).getString("atom")));

    SyndEntry entry = titled(feed, "Retracted: Soon").orElseThrow();
    assertThat(entry.getContents().getFirst().getValue()).contains("Not in May.");
    assertThat(entry.getUpdatedDate()).isAfter(entry.getPublishedDate());
    assertThat(entry.getPublishedDate()).isCloseTo(Instant.now(), Duration.ofMinutes(5).toMillis());
  }

  /** Some readers take what stands after the point for a count of milliseconds. */
  @Test
  void timesHaveNoMoreThanThreeDigitsAfterThePoint() {
    JsonObject made = make(amina);
    for (String sort : List.of("atom", "json", "actionsAtom", "issuesAtom")) {
      assertThat(read(made.getString(sort)).text())
          .as(sort)
          .containsPattern("T\\d\\d:\\d\\d:\\d\\d")
          .doesNotContainPattern(":\\d\\d\\.\\d{4,}Z");
    }
  }

  @Test
  void theAddressIsASecretThatOpensNothingElse() {
    JsonObject made = make(amina);
    String secret = made.getString("atom").replaceAll(".*/feeds/(.*)/atom.xml", "$1");
    Browser.Reply reply = read(made.getString("atom"));

    assertThat(reply.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(reply.header("cache-control")).isEqualTo("private, no-cache");
    assertThat(reply.text()).doesNotContain(secret);
    assertThat(amina.get(W + "/feeds").text()).doesNotContain(secret);
    assertThat(new Browser(base, secret).get(W).status()).isEqualTo(401);
    assertThat(read("/feeds/cfd_" + "A".repeat(43) + "/atom.xml").status()).isEqualTo(404);
    // what did not change is not sent again
    assertThat(read(made.getString("atom"), "If-None-Match", reply.header("etag")).status())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"atom", "json", "calendar", "issuesJson"})
  void whatSomebodyHasIsNotSentAgainWhateverStandsBetween(String form) {
    String address = make(amina).getString(form);
    Browser.Reply whole = read(address);
    String tag = whole.header("etag");

    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      Browser.Reply again = read(address, "If-None-Match", known);
      assertThat(again.status()).as(known).isEqualTo(304);
      assertThat(again.header("etag")).isEqualTo(tag);
      assertThat(again.body().length()).isZero();
    }
    assertThat(read(address, "If-None-Match", "\"other\"").status()).isEqualTo(200);
    Browser.Reply head = new Browser(base).send("HEAD", URI.create(address).getPath(), null);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("etag")).isEqualTo(tag);
    assertThat(head.header("content-type")).isEqualTo(whole.header("content-type"));
    assertThat(head.body().length()).isZero();
  }

  @Test
  void anAddressForOneCompanyOpensNoCalendar() {
    String company = own().replaceAll(".*\\((.*)\\)", "$1");
    Browser.Reply made =
        amina.post(
            W + "/feeds",
            new JsonObject().put("name", "One company").put("company", company),
            "Idempotency-Key",
            "c1234567");
    String atom = made.json().getString("atom");

    assertThat(made.json().containsKey("calendar")).isFalse();
    assertThat(read(atom).status()).isEqualTo(200);
    Browser.Reply calendar = read(atom.replace("atom.xml", "calendar.ics"));
    assertThat(calendar.status()).isEqualTo(404);
    assertThat(calendar.text()).doesNotContain("VEVENT");
    assertThat(read(make(amina).getString("calendar")).status()).isEqualTo(200);
  }

  @Test
  void aRevokedOneIsGone() {
    JsonObject made =
        amina.post(W + "/feeds", new JsonObject().put("name", "Lent to a friend")).json();
    assertThat(dara.delete(W + "/feeds/" + made.getString("id")).status()).isEqualTo(404);
    assertThat(amina.delete(W + "/feeds/" + made.getString("id")).status()).isEqualTo(204);

    assertThat(read(made.getString("atom")).status()).isEqualTo(410);
    assertThat(read(made.getString("json")).status()).isEqualTo(410);
  }

  @Test
  void anEndedSeatReadsNothing() {
    Browser leaving = as("kelechi@");
    JsonObject made = make(leaving);
    assertThat(read(made.getString("atom")).status()).isEqualTo(200);
    String seat = leaving.get(W).json().getString("seat");

    Browser.Reply ended = amina.send("POST", W + "/seats/" + seat + "/end", null);
    assertThat(ended.status()).as(ended.text()).isLessThan(300);

    assertThat(read(made.getString("atom")).status()).isEqualTo(410);
  }

  @Test
  void oneThatIsReadTooOftenWaits() {
    JsonObject made = amina.post(W + "/feeds", new JsonObject().put("name", "Impatient")).json();
    Browser.Reply last = read(made.getString("json"));
    for (int i = 0; i < 60; i++) {
      last = read(made.getString("json"));
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(Integer.parseInt(last.header("retry-after"))).isPositive();
  }
}
