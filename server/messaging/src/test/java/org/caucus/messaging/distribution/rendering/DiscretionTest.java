package org.caucus.messaging.distribution.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.moderation.Original;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.notifications.AtPostOffice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a letter reaches others than its author, by mail and as a file. */
class DiscretionTest extends AtPostOffice {
  private static final String MEMO = "Memo";
  private static final ListPrivacy OPEN = ListPrivacy.BEFORE;

  private static byte[] letter(String type, String body) {
    return ("Received: from [192.168.1.5] (dsl-1.example [203.0.113.9]) by mx; 1 Jun 2026\n"
            + "X-Originating-IP: [203.0.113.9]\n"
            + "DKIM-Signature: v=1; d=home.example; i=ben@home.example; b=x\n"
            + "From: Ben Eze <ben@home.example>\n"
            + "Sender: ben@home.example\n"
            + "Reply-To: ben@home.example\n"
            + "To: code-coalition@lists.example, Uche <uche@agency.example>\n"
            + "Cc: \"ben@home.example\" <BEN@home.example>, ada@home.example\n"
            + "User-Agent: Thunderbird on laptop\n"
            + "X-Mailer: Outlook\n"
            + "Subject: Memo\n"
            + "Date: Mon, 1 Jun 2026 10:00:00 +0200 (Central European Summer Time)\n"
            + "Message-ID: <memo-7@laptop.home.example>\n"
            + "MIME-Version: 1.0\n"
            + "Content-Type: "
            + type
            + "\n\n"
            + body)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] post(String type, String body) {
    byte[] raw = letter(type, body);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    EntryLetter letter =
        new EntryLetter(blob, "memo-7@laptop.home.example", null, false, List.of());
    office.submit(
        "ben", new LetterCommand.PostLetter(new NewThread("coalition"), MEMO, "text", letter));
    office.delivered();
    return raw;
  }

  private void choose(ListPrivacy privacy) {
    office.submit("ada", new ListCommand.ChoosePrivacy("coalition", privacy));
  }

  private static String text(RawLetter letter) {
    return new String(letter.toBytes(), StandardCharsets.UTF_8);
  }

  private String original(String reader, byte[] raw) {
    var state = office.state();
    var entry = state.entries().byId().values().iterator().next();
    var names = MemberNames.alone(office.aliases, "lists.example");
    return new String(
        new Original(names, "lists.example").of(entry, raw, state, office.seat(reader)),
        StandardCharsets.UTF_8);
  }

  @BeforeEach
  void hide() {
    choose(ListPrivacy.USUAL);
  }

  @Test
  void aListThatCompaniesReadTellsNothingOfItsAuthors() {
    office.dns.put("_dmarc.home.example", "v=DMARC1; p=none");
    byte[] raw = post("text/plain", "words\n");

    RawLetter got = office.letterOf("lin", MEMO);
    assertThat(text(got))
        .doesNotContainIgnoringCase("home.example")
        .doesNotContain("203.0.113", "192.168", "dsl-1", "Thunderbird", "Outlook", "Summer")
        .contains("Uche <uche@agency.example>");
    assertThat(got.value("From"))
        .contains(
            "Ben Eze via The coalition <" + office.aliases.of("code", office.seat("ben")) + ">");
    assertThat(got.value("Cc").orElseThrow())
        .contains(office.aliases.of("code", office.seat("ada")).toString());
    assertThat(got.value("Date")).contains("1 Jun 2026 10:00:00 +0200");
    assertThat(got.body()).isEqualTo(RawLetter.of(raw).body());

    assertThat(original("lin", raw))
        .doesNotContainIgnoringCase("ben@home.example")
        .doesNotContain("203.0.113", "192.168", "Thunderbird", "laptop");
    assertThat(original("ben", raw)).contains("203.0.113.9", "ben@home.example");
    assertThat(original("ada", raw)).as("a convenor").contains("203.0.113.9");
  }

  @Test
  void tracesAreCutWhereAddressesAreShown() {
    choose(OPEN);
    office.dns.put("_dmarc.home.example", "v=DMARC1; p=none");
    byte[] raw = post("text/plain", "words\n");

    RawLetter got = office.letterOf("lin", MEMO);
    assertThat(got.value("From")).contains("Ben Eze <ben@home.example>");
    assertThat(got.value("Message-ID")).contains("<memo-7@laptop.home.example>");
    assertThat(text(got)).doesNotContain("203.0.113", "192.168", "dsl-1");
    assertThat(original("lin", raw)).doesNotContain("203.0.113", "192.168");
    assertThat(got.body()).isEqualTo(RawLetter.of(raw).body());
  }

  @Test
  void whereTheAliasStandsInFromNoFieldNamesTheAddress() {
    choose(OPEN);
    office.dns.put("_dmarc.home.example", "v=DMARC1; p=reject");
    post("text/plain", "words\n");

    RawLetter got = office.letterOf("lin", MEMO);
    assertThat(got.names()).doesNotContain("Sender", "DKIM-Signature");
    assertThat(got.value("User-Agent")).isPresent();
  }

  @Test
  void whatWouldBeFetchedIsTakenOutAndLinksStay() {
    post(
        "text/html; charset=utf-8",
        "<p>Grüße <a href=\"https://news.example/\">x</a></p><img src=https://t.example/>\n");

    String got = text(office.letterOf("lin", MEMO));
    assertThat(got).contains("https://news.example/").doesNotContain("t.example");
  }

  @Test
  void answersHangTogetherForTheirAuthorsToo() {
    post("text/plain", "words\n");
    var state = office.state();
    var entry = state.entries().byId().values().iterator().next();
    byte[] raw =
        ("From: Lin <lin@home.example>\r\nSubject: Re: Memo\r\nMessage-ID: <a@lin.example>\r\n"
                + "In-Reply-To: <"
                + entry.id()
                + "@lists.example>\r\n\r\nYes\r\n")
            .getBytes(StandardCharsets.UTF_8);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    EntryLetter letter = new EntryLetter(blob, "a@lin.example", null, false, List.of());
    office.submit(
        "lin",
        new LetterCommand.PostLetter(
            new LetterReply(entry.parent(), entry.id()), "Re: Memo", "Yes", letter));
    office.delivered();

    assertThat(office.letterOf("ada", "Re: Memo").value("In-Reply-To"))
        .contains("<" + entry.id() + "@lists.example>");
    assertThat(office.letterOf("ben", "Re: Memo").value("In-Reply-To"))
        .as("what they sent is called so")
        .contains("<memo-7@laptop.home.example>");
  }

  @Test
  void listsFromBeforeAndListsWithoutCompaniesKeepWhatTheyHave() {
    assertThat(Lists.privacy(office.state(), "coalition").hides()).isTrue();
    assertThat(Lists.privacy(office.state(), "caucus")).isEqualTo(ListPrivacy.Applied.NOTHING);
    choose(OPEN);
    assertThat(Lists.privacy(office.state(), "coalition"))
        .as("but for the place of pictures")
        .isEqualTo(new ListPrivacy.Applied(false, false, false, true, true));

    office.submit(
        "ada",
        new ListCommand.OpenList("new", "New", "", "code-new", Audience.withCompany("platform")));
    assertThat(Lists.privacy(office.state(), "new"))
        .as("of a new one that companies read")
        .isEqualTo(new ListPrivacy.Applied(true, true, true, true, true));
  }

  private JsonObject copy(String reader, byte[] raw) {
    var state = office.state();
    var entry = state.entries().byId().values().iterator().next();
    var names = MemberNames.alone(office.aliases, "lists.example");
    return new Original(names, "lists.example").copy(entry, raw, state, office.seat(reader));
  }

  @Test
  void thePageOfAPostSaysWhetherItsCopiesAreTheSameOctets() {
    byte[] raw = post("text/plain", "words\n");
    choose(OPEN);

    JsonObject told = copy("lin", raw);
    assertThat(told.getBoolean("same")).isTrue();
    assertThat(told.getJsonArray("changes").stream().map(String::valueOf))
        .as("what held when it was posted")
        .containsExactly("ADDRESSES", "TRACES");
    assertThat(told.encode()).as("who may not see it").doesNotContain("203.0.113", "home.example");
    assertThat(copy("ben", raw).getJsonArray("cut").encode())
        .as("its author")
        .contains("203.0.113.9", "User-Agent: Thunderbird", "memo-7@laptop.home.example");
    assertThat(copy("ada", raw).containsKey("cut")).as("a convenor").isTrue();
  }

  @Test
  void thePageOfAPostSaysWhatWasTakenOut() {
    byte[] raw = post("text/html; charset=utf-8", "<p>x</p><img src=https://t.example/>\n");

    assertThat(copy("lin", raw).getBoolean("same")).isFalse();
    assertThat(copy("lin", raw).getJsonArray("changes").contains("REMOTE")).isTrue();
  }

  @Test
  void anAddressThatWasPromisedToBeHiddenStaysSo() {
    byte[] raw = post("text/plain", "words\n");
    choose(OPEN);

    assertThat(original("lin", raw)).doesNotContain("ben@home.example", "laptop");
  }

  @Test
  void ticketsOfItsAuthorAreCutFromWhatOthersGet() {
    choose(OPEN);
    String ticket = "code-coalition+b.r3yvncnwf26w255no54tbbyywu@lists.example";
    String copy = "Return-Path: <" + ticket + ">\nSubject: Mine\n\nIt is due.\n";
    byte[] raw = post("message/rfc822", copy);

    assertThat(text(office.letterOf("lin", MEMO)))
        .doesNotContain("r3yvncnwf")
        .contains("It is due.");
    assertThat(original("lin", raw)).doesNotContain("r3yvncnwf");
    assertThat(original("ben", raw)).contains(ticket);
  }
}
