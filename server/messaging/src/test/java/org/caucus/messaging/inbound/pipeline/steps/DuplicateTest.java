package org.caucus.messaging.inbound.pipeline.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Given.START;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.mail.NewIssue;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Addressees;
import org.caucus.messaging.inbound.pipeline.Cidr;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.References;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.ReplyTo;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.platform.spill.StoredText;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A word in answer to a notice is taken once, and whether it is tells nothing of others. */
class DuplicateTest {
  /** Everybody is believed, so that what ends here does not end for want of proof. */
  private static final SenderTrust PROVEN =
      new SenderTrust(List.of(Cidr.of("127.0.0.0/8"), Cidr.of("::1")), List.of(), Set.of());

  private static final AddressPlan PLAN = new AddressPlan("lists.example", "+");

  private static final Ref ISSUE = Ref.to(Ref.Kind.ISSUE, "i1");

  private static Given answered() {
    return Given.coalition()
        .and(
            new IssueEvent.IssueOpened(
                "i1", "COP-1", "COP", "Fees", "", "", List.of(), null, Audience.everyone(), AMINA),
            new LetterEvent.WordTaken(ISSUE, BOLA, "mute@x.example"));
  }

  /** Whether the same letter is taken again, when it comes again at this moment. */
  private static boolean isTaken(Workspace now, Instant received) {
    return isTaken(now, received, PROVEN);
  }

  private static boolean isTaken(Workspace now, Instant received, SenderTrust trust) {
    RawLetter raw =
        RawLetter.of(
            "From: bola@x.example\r\nMessage-ID: <mute@x.example>\r\nSubject: Re: Fees\r\n\r\nmute\r\n"
                .getBytes(StandardCharsets.UTF_8));
    IncomingLetter in =
        new IncomingLetter(
            "l",
            "b",
            InetAddress.getLoopbackAddress(),
            MailAddress.of("bola@x.example"),
            raw,
            ParsedLetter.of(raw),
            received);
    Destination to =
        new Destination(
            "cop+r.ticket@lists.example", now.id(), Ref.to(Ref.Kind.WORKSPACE, "cop"), "r.ticket");
    Seat bola = Objects.requireNonNull(now.members().seats().get(BOLA));
    Duplicate step =
        new Duplicate(
            (ticket, w) -> Optional.of(new ReplyTo(ISSUE, null, BOLA, Audience.everyone())),
            trust,
            PLAN);
    return step.take(
            PipelineContext.of(
                in,
                to,
                now,
                PipelineContext.Writer.of(bola.person()),
                new Addressees(List.of(), Map.of())))
        instanceof PipelineStep.On;
  }

  @Test
  void theSameLetterIsTakenOnceADayWhateverHappenedElsewhere() {
    Given quiet = answered();
    Given busy =
        quiet
            .later(Duration.ofHours(29))
            .and(
                new ListEvent.ThreadStarted(
                    "h", "chirp-desk", "Desk", Audience.companyOnly("chirp"), CHIKA));
    Instant soon = quiet.at().plus(Duration.ofHours(23));
    Instant later = quiet.at().plus(Duration.ofHours(30));

    assertThat(isTaken(quiet.state(), soon)).isFalse();
    assertThat(isTaken(busy.state(), soon)).isFalse();
    assertThat(isTaken(busy.state(), later)).isTrue();
    assertThat(isTaken(quiet.state(), later)).as("nothing hidden happened").isTrue();
  }

  @Test
  void theWordOfASignedLetterIsTakenOnceWhileItsSignatureCounts() {
    Given once = answered();
    Instant last = once.at().plus(Duration.ofDays(6));

    assertThat(isTaken(once.state(), last, SenderTrust.nobody())).isFalse();
    assertThat(isTaken(once.state(), last.plus(Duration.ofDays(2)), SenderTrust.nobody())).isTrue();
  }

  /** A letter names two addresses; its word was taken at one, and comes again at the other. */
  @Test
  void aWordThatWasTakenIsNotTakenAgainAtAnotherAddress() {
    Given once = answered();
    Seat bola = Objects.requireNonNull(once.state().members().seats().get(BOLA));
    RawLetter raw =
        RawLetter.of(
            "From: bola@x.example\r\nMessage-ID: <mute@x.example>\r\n\r\nmute\r\n"
                .getBytes(StandardCharsets.UTF_8));
    IncomingLetter in =
        new IncomingLetter(
            "l",
            "b",
            InetAddress.getLoopbackAddress(),
            MailAddress.of("bola@x.example"),
            raw,
            ParsedLetter.of(raw),
            once.at());
    PipelineContext arrival =
        PipelineContext.of(
                in,
                new Destination(
                    "cop@lists.example", once.state().id(), Ref.to(Ref.Kind.TRACKER, "COP"), ""),
                once.state(),
                PipelineContext.Writer.of(bola.person()),
                new Addressees(List.of(), Map.of()))
            .from(bola);

    assertThat(new ReplayGuard(PROVEN).take(arrival.towards(new LetterReply(ISSUE, null))))
        .isInstanceOf(PipelineStep.End.class);
    assertThat(new ReplayGuard(PROVEN).take(arrival.towards(new NewIssue("COP"))))
        .isInstanceOf(PipelineStep.On.class);
  }

  private static final Ref THREAD = Ref.to(Ref.Kind.THREAD, "t1");

  private static EntryLetter letter(@Nullable String from) {
    return new EntryLetter("b", "1@x.example", from, false, List.of());
  }

  private static Given said(Channel via, @Nullable String from, Audience readers) {
    return said(via, from, readers, "We oppose.");
  }

  private static Given said(Channel via, @Nullable String from, Audience readers, String text) {
    return Given.coalition()
        .and(
            new ListEvent.ThreadStarted("t1", "coalition", "Fees", readers, BOLA),
            via == Channel.ARCHIVE
                ? new EntryEvent.EntryImported(
                    "e1",
                    THREAD,
                    null,
                    AMINA,
                    readers,
                    Instant.parse("2025-03-01T10:00:00Z"),
                    text,
                    letter(from),
                    List.of(),
                    null)
                : new EntryEvent.EntryPosted(
                    "e1", THREAD, null, BOLA, readers, text, via, letter(from)));
  }

  private static Given waiting(boolean unproven, boolean withdrawn) {
    Given held =
        Given.coalition()
            .and(
                new LetterEvent.LetterHeld(
                    "h1",
                    new NewThread("coalition"),
                    "coalition@lists.example",
                    "bola@x.example",
                    BOLA,
                    Hold.Awaits.SENDER,
                    StoredText.of("Fees"),
                    StoredText.of("We oppose."),
                    letter(null),
                    List.of(RefusalMessages.UNPROVEN.english()),
                    null,
                    unproven ? true : null));
    return withdrawn ? held.and(new LetterEvent.HoldWithdrawn("h1", BOLA)) : held;
  }

  private static Optional<ReplyTo> opened(String ticket, Workspace now) {
    return ticket.equals("ticket")
        ? Optional.of(new ReplyTo(ISSUE, null, BOLA, Audience.everyone()))
        : Optional.empty();
  }

  private static String end(Given given, String list, String text) {
    return end(given, list, "", text);
  }

  private static String end(Given given, String list, String more, String text) {
    RawLetter raw =
        RawLetter.of(
            ("From: bola@x.example\r\nMessage-ID: <1@x.example>\r\nSubject: Fees\r\n"
                    + more
                    + "\r\n"
                    + text)
                .getBytes(StandardCharsets.UTF_8));
    Workspace now = given.state();
    IncomingLetter in =
        new IncomingLetter(
            "l",
            "b2",
            InetAddress.getLoopbackAddress(),
            MailAddress.of("bola@x.example"),
            raw,
            ParsedLetter.of(raw),
            given.at());
    Destination to =
        new Destination(list + "@lists.example", now.id(), Ref.to(Ref.Kind.LIST, list), "");
    Seat bola = Objects.requireNonNull(now.members().seats().get(BOLA));
    PipelineStep.Next next =
        new Duplicate(DuplicateTest::opened, PROVEN, PLAN)
            .take(
                PipelineContext.of(
                    in,
                    to,
                    now,
                    PipelineContext.Writer.of(bola.person()),
                    new Addressees(List.of(), Map.of())));
    return switch (next) {
      case PipelineStep.On on when on.arrival().concerns().isEmpty() -> "goes on";
      case PipelineStep.On on -> on.arrival().concerns().getFirst().why().english();
      case PipelineStep.End end -> "ends";
    };
  }

  /**
   * Anyone who has a letter can have its octets read in another way, and its signature stays true.
   */
  @Test
  void ofAnotherLetterUnderItsIdentifierItsAuthorIsAsked() {
    Given posted = said(Channel.MAIL, null, Audience.everyone());

    assertThat(end(posted, "coalition", "We oppose.")).isEqualTo("ends");
    assertThat(end(posted, "civil", "We oppose.")).as("sent to both").isEqualTo("goes on");
    assertThat(end(posted, "coalition", "We accept.")).isEqualTo(RefusalMessages.SECOND.english());
    assertThat(end(posted, "civil", "We accept.")).isEqualTo(RefusalMessages.SECOND.english());
    assertThat(end(waiting(false, false), "civil", "We accept."))
        .isEqualTo(RefusalMessages.SECOND.english());
    assertThat(end(answered(), "coalition", "We oppose.")).isEqualTo("goes on");
  }

  /** A quote of a copy has its reader's ticket, which is cut out of what is kept. */
  @Test
  void aReplyThatQuotesATicketIsTheSameWhenItComesAgain() {
    String quote = "We oppose.\n\nAda <cop+r.%s@lists.example> wrote:\n> Fees?";
    Given posted = said(Channel.MAIL, null, Audience.everyone(), quote.formatted("removed-0"));

    assertThat(end(posted, "coalition", quote.formatted("r3yvncnwf26w255no54tbbyywu")))
        .isEqualTo("ends");
  }

  /** A calendar's answer, or a word, that comes again and answers something else. */
  @Test
  void ofAnotherWordUnderItsIdentifierItsAuthorIsAsked() {
    Given answered =
        Given.coalition()
            .and(new LetterEvent.WordTaken(Ref.to(Ref.Kind.ACTION, "a1"), BOLA, "1@x.example"));

    assertThat(end(answered, "coalition", "yes")).isEqualTo(RefusalMessages.SECOND.english());
    assertThat(end(answered.later(Duration.ofDays(6)), "coalition", "yes")).isEqualTo("goes on");
  }

  /** One letter comes once for each of its addresses, in whatever order. */
  @Test
  void aWordThatItsAuthorAlsoSentToAListIsNoSecondLetter() {
    Given answered = Given.coalition().and(new LetterEvent.WordTaken(ISSUE, BOLA, "1@x.example"));
    String both = "To: cop+r.ticket@lists.example\r\nCc: coalition@lists.example\r\n";

    assertThat(end(answered, "coalition", both, "yes")).isEqualTo("goes on");
    assertThat(end(answered, "civil", both, "yes"))
        .as("not named")
        .isEqualTo(RefusalMessages.SECOND.english());
    assertThat(end(answered, "coalition", both.replace("ticket", "other"), "yes"))
        .isEqualTo(RefusalMessages.SECOND.english());
  }

  @Test
  void whatWasTakenBackIsNotSentAgainByOthers() {
    assertThat(end(waiting(false, true), "coalition", "We oppose."))
        .isEqualTo(RefusalMessages.SECOND.english());
  }

  @Test
  void aCopyOfAnArchiveStandsForNobodysLetter() {
    for (Audience readers : List.of(Audience.everyone(), Audience.civilSociety())) {
      assertThat(end(said(Channel.ARCHIVE, "bola@x.example", readers), "coalition", "We oppose."))
          .isEqualTo("goes on");
      assertThat(end(said(Channel.ARCHIVE, "bola@x.example", readers), "coalition", "We accept."))
          .isEqualTo("goes on");
    }
  }

  @Test
  void whatWaitsBecauseNothingProvesItStandsForNothingThatIsProven() {
    assertThat(end(waiting(true, false), "coalition", "We oppose.")).isEqualTo("goes on");
    assertThat(end(waiting(false, false), "coalition", "We oppose.")).isEqualTo("ends");
  }

  /**
   * Else anyone who brings in a copy for more readers would open what answers the letter to them.
   */
  @Test
  void whatIsAnsweredIsTheLetterAndNotACopyOfAnArchive() {
    Workspace now =
        said(Channel.ARCHIVE, "bola@x.example", Audience.everyone())
            .and(
                new ListEvent.ThreadStarted(
                    "t2", "coalition", "Fees", Audience.civilSociety(), BOLA),
                new EntryEvent.EntryPosted(
                    "e2",
                    Ref.to(Ref.Kind.THREAD, "t2"),
                    null,
                    BOLA,
                    Audience.civilSociety(),
                    "We oppose.",
                    Channel.MAIL,
                    letter(null)))
            .state();
    RawLetter raw =
        RawLetter.of(
            "From: a@b.c\r\nIn-Reply-To: <1@x.example>\r\n\r\nYes.\r\n"
                .getBytes(StandardCharsets.UTF_8));
    IncomingLetter in =
        new IncomingLetter(
            "l", "b", InetAddress.getLoopbackAddress(), null, raw, ParsedLetter.of(raw), START);

    assertThat(
            new References(now, AMINA, "lists.example", Ref.to(Ref.Kind.LIST, "coalition")).of(in))
        .extracting(r -> r.parent().id())
        .containsExactly("t2");
  }
}
