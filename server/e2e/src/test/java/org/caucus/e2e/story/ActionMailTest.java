package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Actions by mail and in calendars, against a running server: real SMTP, real HTTP. */
@Tag("slow")
class ActionMailTest extends OnDemo {
  private static final Duration SOON = Clocks.LONG;
  private static final Pattern REPLY_TO =
      Pattern.compile("\nReply-To: <?(code-of-practice\\+r\\.[a-z2-7]+@lists\\.example)>?\r\n");

  private final HttpClient http = HttpClient.newHttpClient();

  private String plans(String title, String audience, Instant starts, JsonObject more) {
    return amina
        .post(
            W + "/actions",
            new JsonObject()
                .put("kind", "CALL")
                .put("title", title)
                .put("audience", audience)
                .put("startsAt", starts.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("zone", "Africa/Lagos")
                .mergeIn(more))
        .id();
  }

  private JsonObject action(Browser who, String id) {
    return who.get(W + "/actions/" + id).json().getJsonObject("action");
  }

  private Instant inDays(int days) {
    return now().plus(Duration.ofDays(days));
  }

  @Test
  void anInvitationIsAnsweredByItsCalendarAndByOneWord() throws Exception {
    String id = plans("Joint call", "EVERYONE", inDays(9), new JsonObject());
    String letter = letter("Joint call", "ngozi@savanna.example");
    String calendar = calendar(letter);
    assertThat(calendar)
        .contains("METHOD:REQUEST", "UID:" + id + "@lists.example", "mailto:ngozi@savanna.example")
        .doesNotContain("dara@", "tobi@");
    String to = replyAddress(letter);

    send("ngozi@savanna.example", to, calendarReply(id, "ngozi@savanna.example", "ACCEPTED"));
    await().atMost(SOON).until(() -> rsvp(id, "Ngozi"), "WILL"::equals);

    send("ngozi@savanna.example", to, words("Re: Joint call", "Maybe.\r\n\r\n> Joint call\r\n"));
    await().atMost(SOON).until(() -> rsvp(id, "Ngozi"), "MAY"::equals);
    assertThat(amina.get(W + "/actions/" + id).json().getJsonArray("entries"))
        .as("a word is no comment")
        .isEmpty();
    String done =
        await()
            .atMost(SOON)
            .until(
                () ->
                    to("ngozi@savanna.example")
                        .filter(l -> plain(l).contains("You may be going to:"))
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(done)
        .contains("Auto-Submitted: auto-replied", "Subject: Done: Joint call")
        .doesNotContain("Reply-To: code-of-practice+r.");
    JsonObject forAnother = new JsonObject().put("answer", "WILL").put("seat", "another");
    assertThat(amina.post(W + "/actions/" + id + "/rsvp", forAnother).status()).isEqualTo(403);
  }

  @Test
  void anAnswerForSomebodyElseIsRefusedWithTheReason() throws Exception {
    String id = plans("Review session", "EVERYONE", inDays(10), new JsonObject());
    String to = replyAddress(letter("Review session", "ngozi@savanna.example"));

    send("ngozi@savanna.example", to, calendarReply(id, "dara@brightline.example", "DECLINED"));

    String answer =
        await()
            .atMost(SOON)
            .until(
                () ->
                    letters()
                        .filter(l -> l.contains("To: ") && l.contains("ngozi@savanna.example"))
                        .filter(l -> plain(l).contains("People can only answer for themselves"))
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(answer).contains("Auto-Submitted: auto-");
    assertThat(action(amina, id).getJsonArray("rsvps")).isEmpty();
  }

  private void refused(String title, String letter, String reason) throws Exception {
    String to = replyAddress(letter(title, "halima@harbour.example"));
    long before = answers(reason);
    send("halima@harbour.example", to, letter);
    await().atMost(SOON).until(() -> answers(reason) == before + 1);
  }

  private static long answers(String reason) throws IOException {
    return to("halima@harbour.example")
        .filter(l -> plain(l).replace("\r\n", " ").contains(reason))
        .count();
  }

  @Test
  void aHostileCalendarIsRefusedWithItsReasonAndChangesNothing() throws Exception {
    String title = "Review of part two";
    String id = plans(title, "EVERYONE", inDays(13), new JsonObject());
    String uid = "UID:" + id + "@lists.example";
    String yes = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:halima@harbour.example";
    String unread = "reply could not be read";
    String begin = "BEGIN:VEVENT";
    String end = "END:VEVENT";

    refused(title, calendarReply("METHOD:REPLY", begin, uid, yes, yes, end), unread);
    refused(title, calendarReply("METHOD:REPLY", begin, uid, yes.replace("ACC", "X"), end), unread);
    refused(title, calendarReply("METHOD:REPLY", begin, yes, end), unread);
    String tenMegabytes = ("X-JUNK:" + "x".repeat(60) + "\r\n").repeat(150_000);
    refused(title, calendarReply("METHOD:REPLY", begin, uid, tenMegabytes + yes, end), unread);
    refused(
        title,
        calendarReply("METHOD:REPLY", begin, "UID:other@lists.example", yes, end),
        "answers another event");
    assertThat(action(amina, id).getJsonArray("rsvps")).isEmpty();

    amina.patch(W + "/actions/" + id, new JsonObject().put("outcome", "Agenda sent")).id();
    String first = replyAddress(letter(title, "halima@harbour.example"));
    String bomb = "RRULE:FREQ=SECONDLY;INTERVAL=1;COUNT=2147483647";
    String zone = "DTSTART;TZID=../../../etc/passwd:99991332T256199";
    String hostile =
        calendarReply("METHOD:REPLY", begin, uid, "SEQUENCE:0", zone, bomb, bomb, yes, end);
    send("halima@harbour.example", first, hostile);
    await().atMost(SOON).until(() -> rsvp(id, "Halima"), "WILL"::equals);

    JsonObject moved =
        new JsonObject()
            .put("startsAt", inDays(14).truncatedTo(ChronoUnit.SECONDS).toString())
            .put("zone", "Africa/Lagos");
    amina.patch(W + "/actions/" + id, moved).id();
    String no = yes.replace("ACCEPTED", "DECLINED");
    refused(
        title,
        calendarReply("METHOD:REPLY", begin, uid, "SEQUENCE:1", no, end),
        "was moved or cancelled after the invitation");
    assertThat(rsvp(id, "Halima")).isEqualTo("WILL");
    assertThat(amina.get(W + "/actions/" + id).json().getJsonArray("entries")).isEmpty();

    send("halima@harbour.example", first, calendarReply("METHOD:REQUEST", begin, uid, no, end));
    await()
        .atMost(SOON)
        .until(
            () -> amina.get(W + "/actions/" + id).json().getJsonArray("entries").size(),
            Integer.valueOf(1)::equals);
    assertThat(rsvp(id, "Halima")).as("no answer, but what was said is kept").isEqualTo("WILL");
  }

  @Test
  void whatIsCalledOffIsCancelledInCalendars() throws Exception {
    String id = plans("Press briefing", "EVERYONE", inDays(11), new JsonObject());
    letter("Press briefing", "ngozi@savanna.example");
    amina.patch(W + "/actions/" + id, new JsonObject().put("state", "CALLED_OFF")).id();

    String letter = letter("Re: Press briefing", "ngozi@savanna.example");
    assertThat(calendar(letter)).contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1");
  }

  @Test
  void aSubscriptionShowsWhatItsSeatReadsUntilItIsEnded() throws Exception {
    String open = plans("Open call", "EVERYONE", inDays(12), new JsonObject());
    String closed = plans("Closed call", "CIVIL_SOCIETY", inDays(12), new JsonObject());
    Browser justIn = as("dara@"); // others here may have let an hour pass
    JsonObject made = justIn.post(W + "/feeds", new JsonObject().put("name", "My calendar")).json();
    URI url = URI.create(made.getString("calendar"));

    HttpResponse<String> first = get(url, "");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body())
        .contains("UID:" + open + "@lists.example")
        .doesNotContain(closed, "Closed call");
    assertThat(first.headers().firstValue("referrer-policy")).contains("no-referrer");
    String etag = first.headers().firstValue("etag").orElseThrow();
    assertThat(get(url, etag).statusCode()).isEqualTo(304);

    amina.patch(W + "/actions/" + open, new JsonObject().put("title", "Moved call")).id();
    assertThat(get(url, etag).body()).contains("Moved call", "SEQUENCE:1");
    assertThat(justIn.send("DELETE", W + "/feeds/" + made.getString("id"), null).status())
        .isEqualTo(204);
    assertThat(get(url, "").statusCode()).isEqualTo(410);
  }

  @Test
  void anEmbargoOpensByItselfAndUntilThenNobodyLearnsOfIt() throws Exception {
    String me = amina.get(W).json().getString("seat");
    Instant until = now().plus(Duration.ofHours(1));
    JsonObject embargo = new JsonObject().put("until", until.toString()).put("to", "EVERYONE");
    String absent = dara.get(W + "/actions/none").text();
    try (org.caucus.e2e.story.Stream watching = dara.follow(W + "/events")) {
      String id =
          plans(
              "Quiet statement",
              "NAMED(" + me + ")",
              inDays(13),
              new JsonObject().put("embargo", embargo));
      assertThat(dara.get(W + "/actions/" + id).text()).isEqualTo(absent);
      assertThat(dara.get(W + "/actions").text()).doesNotContain("Quiet statement");
      assertThat(action(amina, id).getJsonObject("embargo").getString("to")).isEqualTo("EVERYONE");

      pass(Duration.ofHours(1));
      await().atMost(SOON).until(() -> dara.get(W + "/actions/" + id).status() == 200);
      watching.soon(f -> f.encode().contains("Quiet statement"));
      assertThat(action(dara, id).containsKey("embargo")).isFalse();
      assertThat(letter("Quiet statement", "dara@brightline.example")).contains("List-Id:");
      assertThat(amina.get(W + "/audit").text()).contains("audience.widened");
    }
  }

  /** All that tells a seat of actions, but its letters. */
  private String doors(Browser who, JsonObject feeds) throws Exception {
    StringBuilder said = new StringBuilder();
    for (String form : List.of("calendar", "atom", "json", "actionsAtom", "actionsJson")) {
      said.append(get(URI.create(feeds.getString(form)), "").body().replace("\r\n ", ""));
    }
    for (String path : List.of("actions", "activity", "bell", "search?q=hush", "weekly/activity")) {
      said.append(who.get(W + "/" + path).text());
    }
    return said.toString();
  }

  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
  private static final String OMAR = "omar@brightline.example";

  private static String lettersTo(String address) throws IOException {
    return String.join("\n", to(address).map(ActionMailTest::plain).toList());
  }

  /** Omar has his notices once a morning; what he is told of gathers while it is released. */
  @Test
  void anEmbargoIsKeptByDigestsFeedsCalendarsAndSearchUntilItsHour() throws Exception {
    Browser omar = as("omar@");
    JsonObject aMorning = new JsonObject().put("kind", "NEW").put("way", "DIGEST");
    JsonObject own = new JsonObject().put("zone", "Africa/Lagos").put("echo", false);
    own.put("notices", "EACH").put("ways", new JsonArray().add(aMorning));
    assertThat(omar.post(W + "/my-mail", own).status()).isEqualTo(201);
    JsonObject feeds = omar.post(W + "/feeds", new JsonObject().put("name", "Omar's")).json();

    Instant until = now().plus(Duration.ofDays(7));
    JsonObject embargo = new JsonObject().put("until", until.toString()).put("to", "EVERYONE");
    JsonObject more = new JsonObject().put("embargo", embargo).put("description", "Hush, at noon.");
    String us = "NAMED(" + amina.get(W).json().getString("seat") + ")";
    String id = plans("Hush statement", us, inDays(12), more);
    amina.patch(W + "/actions/" + id, new JsonObject().put("title", "Hush now")).id();
    JsonObject slides = new JsonObject().put("text", "Hushed slides.");
    amina.post(W + "/actions/" + id + "/entries", slides).id();
    plans("Loud call", "EVERYONE", inDays(12), new JsonObject());

    someMorningBefore(until, "Loud call");
    assertThat(doors(omar, feeds)).contains("Loud call").doesNotContainIgnoringCase("hush");

    plans("Louder call", "EVERYONE", inDays(12), new JsonObject());
    assertThat(lettersTo(OMAR)).doesNotContainIgnoringCase("hush");
    pass(Duration.between(now(), until));
    await().atMost(SOON).until(() -> omar.get(W + "/actions/" + id).status() == 200);
    String open = doors(omar, feeds);
    assertThat(open).contains("SUMMARY:Hush now", "Hush, at noon.").doesNotContain("Hushed slides");
    assertThat(open)
        .as("what was changed before is nobody else's")
        .doesNotContain("Hush statement");

    someMorningBefore(until.plus(Duration.ofDays(9)), "Louder call");
    someMorningBefore(until.plus(Duration.ofDays(9)), "Hush now");
    assertThat(lettersTo(OMAR)).doesNotContain("Hushed slides", "Hush statement");
  }

  private void someMorningBefore(Instant last, String... words) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(4))
        .until(
            () -> {
              ZonedDateTime six = now().atZone(LAGOS).plusDays(1).with(LocalTime.of(6, 1));
              if (six.toInstant().isBefore(last)) {
                pass(Duration.between(now(), six.toInstant()));
              }
              return to(OMAR)
                  .map(ActionMailTest::plain)
                  .anyMatch(l -> Stream.of(words).allMatch(l::contains));
            });
  }

  @Test
  void thoseWhoTakePartAreRemindedOnce() throws Exception {
    Instant starts = now().plus(Duration.ofMinutes(35));
    takesPartAndIsReminded("Soon", starts);
    takesPartAndIsReminded("A little later", starts.plus(Duration.ofMinutes(5)));

    pass(Duration.ofMinutes(6));
    await().atMost(SOON).until(() -> reminder("Soon").isPresent());
    pass(Duration.ofMinutes(5));
    await().atMost(SOON).until(() -> reminder("A little later").isPresent());
    // what would remind of the first again has been at work once more by then
    assertThat(to("ngozi@savanna.example").filter(l -> isReminder(l, "Soon"))).hasSize(1);
  }

  private void takesPartAndIsReminded(String title, Instant starts) {
    var reminders = new JsonObject().put("reminders", new JsonArray().add("HALF_HOUR"));
    String id = plans(title, "EVERYONE", starts, reminders);
    as("ngozi@").post(W + "/actions/" + id + "/rsvp", new JsonObject().put("answer", "WILL")).id();
  }

  private static Optional<String> reminder(String title) throws IOException {
    return to("ngozi@savanna.example").filter(l -> isReminder(l, title)).findFirst();
  }

  private static boolean isReminder(String letter, String title) {
    return plain(letter).contains("Reminder: you are expected")
        && letter.contains("Subject: Re: " + title);
  }

  private HttpResponse<String> get(URI url, String etag) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    if (!etag.isEmpty()) {
      request.header("if-none-match", etag);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String rsvp(String id, String name) {
    JsonObject seats = new JsonObject();
    amina
        .get(W)
        .json()
        .getJsonArray("seats")
        .forEach(
            s -> seats.put(((JsonObject) s).getString("id"), ((JsonObject) s).getString("name")));
    return action(amina, id).getJsonArray("rsvps").stream()
        .map(JsonObject.class::cast)
        .filter(r -> seats.getString(r.getString("seat"), "").startsWith(name))
        .map(r -> r.getString("answer"))
        .findFirst()
        .orElse("");
  }

  private void send(String from, String to, String letter) throws IOException {
    String head = "From: " + from + "\r\nTo: " + to + "\r\n";
    assertThat(MailClient.send(smtp(), from, to, (head + letter).getBytes(UTF_8)))
        .startsWith("250");
  }

  private static String words(String subject, String text) {
    return "Subject: " + subject + "\r\n\r\n" + text;
  }

  private static String calendarReply(String action, String attendee, String status) {
    return calendarReply(
        "METHOD:REPLY",
        "BEGIN:VEVENT",
        "UID:" + action + "@lists.example",
        "ATTENDEE;PARTSTAT=" + status + ":mailto:" + attendee,
        "END:VEVENT");
  }

  private static String calendarReply(String... lines) {
    return String.join(
        "\r\n",
        "Subject: Accepted",
        "MIME-Version: 1.0",
        "Content-Type: multipart/alternative; boundary=\"b\"",
        "",
        "--b",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "I have answered your invitation.",
        "--b",
        "Content-Type: text/calendar; method=REPLY; charset=utf-8",
        "",
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        String.join("\r\n", lines),
        "END:VCALENDAR",
        "--b--",
        "");
  }

  private static String letter(String subject, String to) {
    return await()
        .atMost(SOON)
        .until(
            () -> to(to).filter(l -> l.contains("\nSubject: " + subject + "\r\n")).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static String replyAddress(String letter) {
    Matcher found = REPLY_TO.matcher(letter);
    assertThat(found.find()).as(letter).isTrue();
    return found.group(1);
  }

  /** The calendar part of a letter, unfolded. */
  private static String calendar(String letter) {
    Matcher part =
        Pattern.compile("Content-Type: text/calendar[\\s\\S]*?\r\n\r\n([\\s\\S]*?)\r\n--")
            .matcher(letter);
    assertThat(part.find()).as(letter).isTrue();
    String body = part.group(1);
    String text =
        part.group().contains("base64")
            ? new String(Base64.getMimeDecoder().decode(body), UTF_8)
            : plain(body);
    return text.replace("\r\n ", "");
  }

  private static String plain(String letter) {
    return letter.replace("=\r\n", "").replace("=3D", "=");
  }

  private static Stream<String> to(String address) throws IOException {
    return letters().filter(l -> Pattern.compile("(?m)^To: .*" + address).matcher(l).find());
  }

  private static Stream<String> letters() throws IOException {
    return sent().stream().map(Sent::text);
  }
}
