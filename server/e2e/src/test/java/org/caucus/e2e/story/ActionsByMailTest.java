package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An action planned without the browser: each line of its head, said over a real connection. */
class ActionsByMailTest extends ByMail {
  private static final String HALIMA = "halima@harbour.example";

  private String address() {
    return amina.get(W).json().getString("actionsAddress");
  }

  private Optional<JsonObject> action(Browser who, String title) {
    return who.get(W + "/actions").json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(a -> a.getString("title").equals(title))
        .findFirst();
  }

  private JsonObject planned(String title) {
    return await()
        .atMost(Clocks.LONG)
        .until(() -> action(amina, title), Optional::isPresent)
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kind: press conference | kind | PRESS_CONFERENCE",
        "When: 2027-05-03 10:00 Africa/Lagos | startsAt | 2027-05-03T09:00:00Z",
        "When: 2027-05-03 | allDay | true",
        "Where: Abuja | place | Abuja",
        "Link: https://call.example/x | link | https://call.example/x",
        "Asked: savanna | organisations | [\"savanna\"]",
        "Strategy: research, investor engagement | strategies |"
            + " [\"RESEARCH\",\"INVESTOR_ENGAGEMENT\"]",
        "Remind: two days | reminders | [\"TWO_DAYS\"]",
        "Channel: The agency's portal | channel | The agency's portal",
        "Reply-due: 2027-06-01 | replyDue | 2027-06-01",
        "Agenda: Removal within a day | agenda | Removal within a day",
        "Receipt: NITDA/2026/14 | receipt | NITDA/2026/14",
      })
  void aLineAtTheHeadSetsWhatItNames(String line, String field, String value) throws IOException {
    String title = "Planned by " + line.replaceAll("[^A-Za-z]+", " ").strip();
    say("plan " + line, NGOZI, address(), title, "Audience: civil society\n" + line + "\n\nSo.");

    JsonObject action = planned(title);
    assertThat(String.valueOf(action.getValue(field))).isEqualTo(value);
    assertThat(action.getString("audience")).isEqualTo("CIVIL_SOCIETY");
    assertThat(action(dara, title)).as("a company liaison").isEmpty();
  }

  @Test
  void aPollIsOpenedAtItsAddressAndItsAuthorIsTold() throws IOException {
    String title = "Which city suits you?";
    String to = amina.get(W).json().getJsonObject("mailAddresses").getString("polls");
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    String head = "Kind: choice\nCloses: " + day + "\nAudience: civil society\n\n";
    say("open a poll", NGOZI, to, title, head + "- Abuja\n- Lagos");

    assertThat(ParsedLetter.of(soon(NGOZI, "Your poll is open")).text())
        .contains(title, "Who can read it: Civil society", "/polls/");
    assertThat(ParsedLetter.of(soon(HALIMA, "A) Abuja")).text())
        .contains("asks for your answer", "B) Lagos");
  }

  @Test
  void itsAuthorIsToldWhoReadsItAndTheOthersAreInvited() throws IOException {
    String title = "Memo to the agency";
    say(
        "plan a meeting",
        NGOZI,
        address(),
        title,
        "When: 2027-04-06 14:00 to 15:00 Africa/Lagos\nAudience: civil society\n\nWho drafts it?");

    planned(title);
    RawLetter invitation = soon(HALIMA, title);
    assertThat(ParsedLetter.of(invitation).text()).contains("Who drafts it?");
    assertThat(ParsedLetter.of(invitation).attachments())
        .anyMatch(part -> part.type().equals("text/calendar"));
    assertThat(ParsedLetter.of(soon(NGOZI, "Who can read it: Civil society")).text())
        .doesNotContain("Who drafts it?");
  }

  @Test
  void aLineAtTheHeadSaysWhenOthersLearnOfIt() throws IOException {
    String title = "Statement that two know of";
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    say(
        "plan under an embargo",
        NGOZI,
        address(),
        title,
        "Kind: statement\nAudience: Halima\nEmbargo: "
            + day
            + " 09:00 UTC, everyone\n\nNot a word before.");

    JsonObject action =
        await()
            .atMost(Clocks.LONG)
            .until(() -> action(as("ngozi@"), title), Optional::isPresent)
            .orElseThrow();
    assertThat(action.getJsonObject("embargo").getString("until")).isEqualTo(day + "T09:00:00Z");
    assertThat(action.getJsonObject("embargo").getString("to")).isEqualTo("EVERYONE");
    assertThat(ParsedLetter.of(soon(HALIMA, title)).text()).contains("Not a word before.");
    assertThat(ParsedLetter.of(soon(NGOZI, "Under embargo until")).text())
        .contains("Everyone")
        .doesNotContain("Not a word before.");
    assertThat(action(amina, title)).as("a convenor who is not named").isEmpty();
    assertThat(action(dara, title)).isEmpty();
    assertThat(mailed("amina@")).noneMatch(l -> new String(l.toBytes(), UTF_8).contains(title));
  }

  @Test
  void whoKnowsUnderAnEmbargoIsNamedOrNothingIsPlanned() throws IOException {
    String title = "Known to a side before its hour";
    String hour = LocalDate.now(ZoneOffset.UTC).plusDays(30) + " 09:00 UTC";
    say(
        "plan under an embargo for a side",
        NGOZI,
        address(),
        title,
        "Audience: civil society\nEmbargo: " + hour + "\n\nSo.");

    assertThat(ParsedLetter.of(soon(NGOZI, "Under an embargo, only the people you name")).text())
        .contains("    Audience: me\n    Embargo: " + hour + ", civil society");
    assertThat(action(amina, title)).isEmpty();
  }

  @Test
  void withoutAnAudienceNothingIsPlannedAndTheLinesComeBackPutRight() throws IOException {
    String title = "For whom is this";
    say("plan for nobody", NGOZI, address(), title, "Kind: task\n\nSo.");

    assertThat(ParsedLetter.of(soon(NGOZI, "It does not say who can read the action")).text())
        .contains("    Audience: civil society\n    Kind: task");
    assertThat(action(amina, title)).isEmpty();
  }

  private String plans(String title) {
    return plans(new JsonObject().put("title", title).put("audience", "EVERYONE"));
  }

  private static String seat(Browser who) {
    return who.get(W).json().getString("seat");
  }

  private String plans(JsonObject plan) {
    return amina.post(W + "/actions", plan.put("kind", "CALL")).id();
  }

  private JsonObject read(Browser who, String id) {
    return who.get(W + "/actions/" + id).json().getJsonObject("action");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state=under way | state | UNDER_WAY",
        "when=2027-05-03 10:00 Africa/Lagos | startsAt | 2027-05-03T09:00:00Z",
        "where=Abuja | place | Abuja",
        "link=https://call.example/y | link | https://call.example/y",
        "outcome=They will answer | outcome | They will answer",
        "receipt=NITDA/2026/14 | receipt | NITDA/2026/14",
        "reply-due=2027-06-01 | replyDue | 2027-06-01",
      })
  void aSubjectChangesAnAction(String set, String field, String value) throws IOException {
    String title = "Changed by " + field;
    String id = plans(title);
    acts("action " + set, NGOZI, answersAt(title, NGOZI), "Re: " + title + " [" + set + "]", "So.");

    await()
        .atMost(Clocks.LONG)
        .until(() -> String.valueOf(read(amina, id).getValue(field)), value::equals);
    assertThat(ParsedLetter.of(soon(NGOZI, "The action now:")).text())
        .contains("Who can read it: ");
  }

  @Test
  void aSubjectSaysWhoCame() throws IOException {
    String title = "Call with some";
    String id = plans(title);
    String to = answersAt(title, NGOZI);
    String set = "Re: " + title + " [came=me, ";
    say("action came wrongly", NGOZI, to, set + "Amnia]", "We were two.");
    String text = ParsedLetter.of(soon(NGOZI, "Nobody with this name can read this")).text();
    Matcher right = Pattern.compile("Subject: … (\\[came=.*])").matcher(text);
    assertThat(right.find()).as(text).isTrue();
    acts("action came", NGOZI, to, "Re: " + title + " " + right.group(1), "We were two.");

    await()
        .atMost(Clocks.LONG)
        .until(() -> read(amina, id).getJsonArray("present"), Objects::nonNull);
    assertThat(read(amina, id).getJsonArray("present")).hasSize(2);
  }

  @Test
  void aSubjectSaysWhenOthersLearnOfIt() throws IOException {
    String title = "Press conference that nobody knows of";
    String ngozi = seat(as("ngozi@"));
    String two = "NAMED(" + seat(amina) + "," + ngozi + ")";
    String id =
        plans(new JsonObject().put("title", title).put("audience", two).put("owner", ngozi));
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    String set = " [embargo=" + day + " 09:00 UTC, everyone]";
    assertThat(action(dara, title)).isEmpty();
    say("action embargo", NGOZI, answersAt(title, NGOZI), "Re: " + title + set, "Not before.");
    assertThat(
            ParsedLetter.of(soon(NGOZI, "It sets a time from which more people can read")).text())
        .contains(title, "Not before.");
    JsonObject waiting =
        as("ngozi@").get(W + "/holds").json().getJsonArray("items").getJsonObject(0);
    String approval = W + "/holds/" + waiting.getString("id") + "/approval";
    assertThat(as("ngozi@").send("POST", approval, null).status()).isEqualTo(201);

    JsonObject embargo =
        await()
            .atMost(Clocks.LONG)
            .until(() -> read(amina, id).getJsonObject("embargo"), Objects::nonNull);
    assertThat(embargo.getString("until")).isEqualTo(day + "T09:00:00Z");
    assertThat(embargo.getString("to")).isEqualTo("EVERYONE");
    assertThat(action(dara, title)).as("until then").isEmpty();
  }

  @Test
  void theMinutesComeByMail() throws IOException {
    String title = "Call with minutes";
    String id = plans(title);
    String to = answersAt(title, NGOZI).replace("@", "+minutes@");
    say("plus minutes", NGOZI, to, "Re: " + title, "1. Removal\n2. Appeals\n\n> Call\n");

    assertThat(ParsedLetter.of(soon(NGOZI, "Minutes saved for")).text()).contains(title);
    assertThat(read(dara, id).getJsonObject("minutes").getString("text"))
        .isEqualTo("1. Removal\n2. Appeals");
  }

  @Test
  void linesAtTheHeadSayWhoSeesToItAndWhatItIsAbout() throws IOException {
    String issue = "What the call is about";
    amina.post(W + "/trackers/COP/issues", new JsonObject().put("title", issue)).id();
    String title = "Call that is Halima's";
    String lines = "Audience: civil society\nOwner: Halima\nAbout: ";
    String about = opened(issue).getString("label");
    say("plan with an owner", NGOZI, address(), title, lines + about + "\n\nSo.");

    JsonObject action = planned(title);
    assertThat(action.getString("owner")).isEqualTo(seat(as("halima@")));
    assertThat(action.getJsonArray("links").encode()).contains(opened(issue).getString("id"));
  }

  @Test
  void aSubjectSaysWhoSeesToItAndWhatItIsAbout() throws IOException {
    String issue = "What the other call is about";
    amina.post(W + "/trackers/COP/issues", new JsonObject().put("title", issue)).id();
    String title = "Call that becomes Ngozi's";
    String id = plans(title);
    String set = " [owner=me; about=" + opened(issue).getString("label") + "]";
    acts("action owner", NGOZI, answersAt(title, NGOZI), "Re: " + title + set, "Mine.");

    await()
        .atMost(Clocks.LONG)
        .until(() -> read(amina, id).getString("owner"), seat(as("ngozi@"))::equals);
    assertThat(read(amina, id).getJsonArray("links").encode())
        .contains(opened(issue).getString("id"));
  }

  @Test
  void theAgendaComesByMail() throws IOException {
    String title = "Call with an agenda";
    String id = plans(title);
    String to = answersAt(title, NGOZI).replace("@", "+agenda@");
    say("plus agenda", NGOZI, to, "Re: " + title, "1. Removal\n2. Appeals\n\n> Call\n");

    soon(NGOZI, "Agenda saved for:\n\n" + title);
    assertThat(read(dara, id).getString("agenda")).isEqualTo("1. Removal\n2. Appeals");
  }

  @Test
  void anAgendaIsReplacedByMailAndNoneIsLost() throws IOException {
    String title = "Call with another agenda";
    String id = plans(title);
    String to = answersAt(title, NGOZI).replace("@", "+agenda@");
    say("plus agenda first", NGOZI, to, "Re: " + title, "1. Removal\n2. Appeals");
    soon(NGOZI, "Agenda saved for:\n\n" + title);
    String set = "Re: " + title + " [agenda=replace]";
    acts("plus agenda replaced", NGOZI, to, set, "1. Deadlines\n\n> Call\n");

    assertThat(ParsedLetter.of(soon(NGOZI, "Your agenda was saved for:\n\n" + title)).text())
        .contains("It replaced this agenda:\n\n1. Removal\n2. Appeals");
    assertThat(read(dara, id).getString("agenda")).isEqualTo("1. Deadlines");
  }

  @Test
  void whatAnAgencyAnsweredComesByMail() throws IOException {
    String title = "Memo that is answered";
    String id =
        amina
            .post(
                W + "/actions",
                new JsonObject()
                    .put("kind", "SUBMISSION")
                    .put("title", title)
                    .put("audience", "CIVIL_SOCIETY"))
            .id();
    String to = answersAt(title, NGOZI);
    String set = "Re: " + title + " [on=2026-06-21; more=2026-12-01]";
    say("agency without its verb", NGOZI, to, set, "We received it.");
    assertThat(ParsedLetter.of(soon(NGOZI, "record when an agency replied")).text())
        .contains("Add “+agency” before the @");
    String agency = to.replace("@", "+agency@");
    acts("plus agency", NGOZI, agency, set, "We received your memo.\n\n> Memo");

    String told = ParsedLetter.of(soon(NGOZI, "The reply of the agency of 21 June 2026")).text();
    assertThat(told).contains(title);
    JsonObject reply = read(amina, id).getJsonArray("replies").getJsonObject(0);
    assertThat(reply.getMap())
        .containsEntry("on", "2026-06-21")
        .containsEntry("text", "We received your memo.")
        .containsEntry("more", true);
    assertThat(read(amina, id).getString("replyDue")).isEqualTo("2026-12-01");
    assertThat(action(dara, title)).as("a company liaison").isEmpty();
  }
}
