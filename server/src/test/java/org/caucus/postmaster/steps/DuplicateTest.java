package org.caucus.postmaster.steps;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.caucus.command.Ref;
import org.caucus.email.MailAddress;
import org.caucus.email.ParsedLetter;
import org.caucus.email.RawLetter;
import org.caucus.issues.IssueEvent;
import org.caucus.letters.LetterEvent;
import org.caucus.lists.ListEvent;
import org.caucus.members.Audience;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Addressees;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Destination;
import org.caucus.postmaster.arrival.Incoming;
import org.caucus.postmaster.arrival.ReplyTo;
import org.caucus.postmaster.arrival.Step;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** A word in answer to a notice is taken once, and whether it is tells nothing of others. */
class DuplicateTest {
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
    RawLetter raw =
        RawLetter.of(
            "From: bola@x.example\r\nMessage-ID: <mute@x.example>\r\nSubject: Re: Fees\r\n\r\nmute\r\n"
                .getBytes(StandardCharsets.UTF_8));
    Incoming in =
        new Incoming(
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
            (ticket, w) -> Optional.of(new ReplyTo(ISSUE, null, BOLA, Audience.everyone())));
    return step.take(
            Arrival.of(
                in, to, now, Arrival.Writer.of(bola.person()), new Addressees(List.of(), Map.of())))
        instanceof Step.On;
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
}
