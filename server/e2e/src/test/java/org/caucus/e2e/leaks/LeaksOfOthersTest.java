package org.caucus.e2e.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.handover.HandoverCommand;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.e2e.worlds.Mailbag;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.inbound.leakguard.QuoteDetector;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Addressees;
import org.caucus.messaging.inbound.pipeline.Cidr;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineContext.Writer;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.messaging.inbound.pipeline.steps.PostingSteps;
import org.caucus.platform.eventlog.Installation;
import org.caucus.views.stream.FrameRenderer;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each test is named after a leak that ended somebody's trust in another system. Those over HTTP
 * are in {@code story/LeaksOverHttpTest}; that of search in {@code search/SearchTest}, of webhooks
 * in {@code webhooks/WebhooksTest}, of moderation by mail in {@code
 * postmaster/DecisionsByMailTest}.
 */
class LeaksOfOthersTest {
  private static final String SECRET = "xylophone";
  private static final FrameRenderer FRAMES =
      new FrameRenderer(View.DOMAIN, InstantSource.fixed(View.NOW));
  private static final Audience CIVIL = Audience.civilSociety();

  @TempDir Path directory;

  private static Event thread(String id, Audience audience) {
    return new ListEvent.ThreadStarted(id, "coalition", "Matter " + id, audience, Parties.AMINA);
  }

  private static Event issue(String id, String description, Audience audience) {
    return new IssueEvent.IssueOpened(
        id, "L-" + id, "COP", "Issue", description, "", List.of(), null, audience, Parties.AMINA);
  }

  private static Event entry(String id, Ref parent, Audience audience, EntryLetter letter) {
    Channel via = letter == null ? Channel.WEB : Channel.MAIL;
    return new EntryEvent.EntryPosted(
        id, parent, null, Parties.AMINA, audience, "The " + SECRET, via, letter);
  }

  private static Ref ref(Ref.Kind kind, String id) {
    return Ref.to(kind, id);
  }

  /** Everything there is in the process for this seat, as one text. */
  private String obtainable(Given given, SeatId seat) {
    Workspace w = given.state();
    String frames =
        w.history().stream()
            .flatMap(c -> FRAMES.frame(w, c, seat).stream())
            .map(JsonObject::encode)
            .collect(Collectors.joining("\n"));
    String events =
        w.history().stream()
            .map(c -> w.visibleEvents(c, seat).toString())
            .collect(Collectors.joining("\n"));
    return View.of(w, seat).encode() + View.activity(w, seat) + frames + events + mail(w, seat);
  }

  private List<String> mail(Workspace w, SeatId seat) {
    try (Installation installation =
        Installation.open(directory.resolve(seat.value() + w.sequence()))) {
      return new Mailbag(installation.vault()).of(w, seat, List.of());
    }
  }

  @Test
  void eventsOfAChannelReachedGuestsOutsideIt() {
    Given given =
        Given.coalition()
            .and(thread("t", CIVIL), entry("e", ref(Ref.Kind.THREAD, "t"), CIVIL, null));
    assertThat(obtainable(given, Parties.BOLA)).contains(SECRET);
    assertThat(obtainable(given, Parties.VERA)).doesNotContain(SECRET, "\"t\"", "\"e\"");
  }

  @Test
  void aNarrowedItemWasStillShown() {
    Given given =
        Given.coalition()
            .and(
                thread("t", Audience.everyone()),
                entry("e", ref(Ref.Kind.THREAD, "t"), Audience.everyone(), null));
    assertThat(obtainable(given, Parties.VERA)).contains(SECRET);
    Given narrowed =
        given.and(
            new AudienceEvent.Narrowed(
                ref(Ref.Kind.THREAD, "t"), Audience.everyone(), CIVIL, Parties.AMINA, List.of()));
    assertThat(obtainable(narrowed, Parties.VERA)).doesNotContain(SECRET, "\"e\"");
  }

  @Test
  void anEditEventCarriedTextFromBeforeAMemberJoined() {
    Given given =
        Given.coalition()
            .and(
                issue("i", SECRET, Audience.everyone()),
                Parties.newcomer("late", Side.CIVIL_SOCIETY),
                Parties.seat(new SeatId("late"), "late", Role.MEMBER, null),
                new IssueEvent.IssueEdited("i", "Renamed", null, null, null, null, false, null));
    assertThat(obtainable(given, Parties.BOLA)).contains(SECRET, "Renamed");
    assertThat(obtainable(given, new SeatId("late"))).doesNotContain(SECRET, "Renamed");
  }

  @Test
  void anExportHadPrivateAttachments() {
    EntryLetter letter =
        new EntryLetter(
            "blob-x",
            "m@x.example",
            null,
            false,
            List.of(new EntryLetter.Attachment(0, SECRET + ".pdf", "application/pdf", 9)));
    Given given =
        Given.coalition()
            .and(
                thread("t", Audience.everyone()),
                entry("e", ref(Ref.Kind.THREAD, "t"), CIVIL, letter));
    assertThat(obtainable(given, Parties.BOLA)).contains(SECRET + ".pdf");
    assertThat(obtainable(given, Parties.CHIKA)).doesNotContain(SECRET, "blob-x", "m@x.example");
  }

  @Test
  void anExportHadFilesThatWereAddedInTheBrowserToAPrivateIssue() {
    EntryEvent.EntryPosted attached =
        new EntryEvent.EntryPosted(
            "e",
            ref(Ref.Kind.ISSUE, "i"),
            null,
            Parties.AMINA,
            CIVIL,
            "",
            Channel.WEB,
            null,
            List.of(new Entry.Attached("blob-x", SECRET + ".pdf", "application/pdf", 9)));
    Given given = Given.coalition().and(issue("i", "Annex", Audience.everyone()), attached);
    assertThat(obtainable(given, Parties.BOLA)).contains(SECRET + ".pdf");
    assertThat(obtainable(given, Parties.CHIKA)).doesNotContain(SECRET, "blob-x");
  }

  @Test
  void metadataWasReadByAListOfIds() {
    Given given = Given.coalition().and(issue("hidden", SECRET, CIVIL));
    assertThat(passing(given, "hidden")).isEqualTo(passing(given, "nowhere"));
  }

  private static String passing(Given given, String id) {
    var passings =
        List.of(
            new HandoverCommand.Passing(ref(Ref.Kind.ISSUE, id), null),
            new HandoverCommand.Passing(ref(Ref.Kind.ISSUE, "other"), null));
    return given
        .when(Parties.CHIKA, new HandoverCommand.HandOver(Parties.CHIKA, null, passings))
        .answer()
        .replace(id, "ID");
  }

  @Test
  void theAnswerToAnInternalNoteWasMailedToTheOutsideParty() {
    Given given =
        Given.coalition()
            .and(
                thread("t", Audience.everyone()),
                entry("note", ref(Ref.Kind.THREAD, "t"), CIVIL, null),
                new EntryEvent.EntryPosted(
                    "answer",
                    ref(Ref.Kind.THREAD, "t"),
                    "note",
                    Parties.BOLA,
                    CIVIL,
                    "Agreed on the " + SECRET,
                    Channel.WEB,
                    null));
    assertThat(mail(given.state(), Parties.AMINA)).anyMatch(l -> l.contains("Agreed"));
    assertThat(mail(given.state(), Parties.CHIKA))
        .noneMatch(l -> l.contains("Agreed") || l.contains("note@") || l.contains("answer@"));
  }

  @Test
  void aMentionMailQuotedEarlierPrivateMessages() {
    Given given =
        Given.coalition()
            .and(
                issue("i", "Open", Audience.everyone()),
                entry("e", ref(Ref.Kind.ISSUE, "i"), CIVIL, null),
                new IssueEvent.IssueEdited(
                    "i", null, null, null, null, List.of(Parties.CHIKA), false, null));
    assertThat(mail(given.state(), Parties.CHIKA))
        .isNotEmpty()
        .noneMatch(l -> l.contains(SECRET) || l.contains("<e@"));
  }

  @Test
  void systemNotesHadPeoplesAddresses() {
    Given given =
        Given.coalition()
            .and(
                new MemberEvent.Invited(
                    "inv", SECRET + "@org.example", "Ada", "press", Role.MEMBER, Parties.AMINA));
    assertThat(obtainable(given, Parties.AMINA)).contains(SECRET);
    for (SeatId seat : List.of(Parties.BOLA, Parties.CLAIRE, Parties.CHIKA, Parties.VERA)) {
      assertThat(obtainable(given, seat)).doesNotContain(SECRET);
    }
  }

  @Test
  void anOutOfOfficeAnswerShowedTheRosterToOutsiders() {
    for (String field :
        List.of("Auto-Submitted: auto-replied", "Precedence: auto_reply", "X-Autoreply: yes")) {
      assertThat(verdict(field + "\r\n", "I am away. Ask Amina or Bola."))
          .as(field)
          .isInstanceOf(Verdict.Drop.class);
    }
    Given given =
        Given.coalition()
            .and(
                thread("t", Audience.everyone()),
                entry("e", ref(Ref.Kind.THREAD, "t"), Audience.everyone(), null));
    // what is relayed asks programs not to answer, and names nobody but its author
    assertThat(mail(given.state(), Parties.VERA))
        .isNotEmpty()
        .allMatch(l -> l.contains("Precedence: list"))
        .noneMatch(l -> l.contains("Bola") || l.contains("Chika"));
  }

  private static Verdict verdict(String fields, String text) {
    var steps =
        new PostingSteps(
            new AddressPlan(View.DOMAIN, "+"),
            new SenderTrust(List.of(Cidr.of("127.0.0.0/8")), List.of(), Set.of()),
            (t, w) -> java.util.Optional.empty(),
            new QuoteDetector());
    String from = "bola@x.example";
    String to = "coalition@" + View.DOMAIN;
    RawLetter raw =
        RawLetter.of(
            ("From: " + from + "\r\nTo: " + to + "\r\nSubject: x\r\n" + fields + "\r\n" + text)
                .getBytes(StandardCharsets.UTF_8));
    IncomingLetter in =
        new IncomingLetter(
            "l",
            "b",
            InetAddress.ofLiteral("127.0.0.1"),
            MailAddress.of(from),
            raw,
            ParsedLetter.of(raw),
            Given.START);
    Workspace w = Given.coalition().state();
    Destination place = new Destination(to, w.id(), ref(Ref.Kind.LIST, "coalition"), "");
    Addressees beside = new Addressees(Addressees.of(in, List.of(to)), Map.of());
    return steps.judge(PipelineContext.of(in, place, w, Writer.of("person-bola"), beside));
  }
}
