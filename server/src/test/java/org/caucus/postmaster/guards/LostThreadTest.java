package org.caucus.postmaster.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.email.MailAddress;
import org.caucus.email.ParsedLetter;
import org.caucus.email.RawLetter;
import org.caucus.email.origin.Origin;
import org.caucus.letters.Intent;
import org.caucus.lists.ListEvent;
import org.caucus.members.Audience;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Addressees;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Destination;
import org.caucus.postmaster.arrival.Incoming;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/**
 * An answer that lost its threading is asked about, however much was said that its author cannot
 * read.
 */
class LostThreadTest {
  private static final Event FEES =
      new ListEvent.ThreadStarted(
          "fees", "coalition", "Fees", Audience.named(List.of(AMINA, BOLA)), AMINA);

  private static List<String> asked(Workspace now, String subject) {
    return asked(now, subject, Origin.UNKNOWN);
  }

  private static List<String> asked(Workspace now, String subject, Origin origin) {
    RawLetter raw =
        RawLetter.of(
            ("From: bola@x.example\r\nTo: coalition@lists.example\r\nSubject: "
                    + subject
                    + "\r\n\r\nNot more.\r\n")
                .getBytes(StandardCharsets.UTF_8));
    Incoming in =
        new Incoming(
                "l",
                "b",
                InetAddress.getLoopbackAddress(),
                MailAddress.of("bola@x.example"),
                raw,
                ParsedLetter.of(raw),
                now.history().getLast().at())
            .from(origin);
    Destination to =
        new Destination(
            "coalition@lists.example", now.id(), Ref.to(Ref.Kind.LIST, "coalition"), "");
    Seat bola = Objects.requireNonNull(now.members().seats().get(BOLA));
    Arrival arrival =
        Arrival.of(
                in, to, now, Arrival.Writer.of(bola.person()), new Addressees(List.of(), Map.of()))
            .from(bola)
            .towards(new Intent.NewThread("coalition"));
    return new LostThread().take(arrival) instanceof Step.On on
        ? on.arrival().concerns().stream().map(Arrival.Concern::words).toList()
        : List.of("ended");
  }

  @Test
  void howMuchIsHiddenChangesNothing() {
    Event[] hidden =
        IntStream.range(0, LostThread.MAX_THINGS)
            .mapToObj(
                i ->
                    new ListEvent.ThreadStarted(
                        "h" + i, "coalition", "Desk " + i, Audience.companyOnly("chirp"), CHIKA))
            .toArray(Event[]::new);
    Given few = Given.coalition().and(FEES);

    assertThat(asked(few.state(), "Re: Fees")).containsExactly(Words.LOST_THREAD);
    assertThat(asked(few.and(hidden).state(), "Re: Fees")).containsExactly(Words.LOST_THREAD);
    assertThat(asked(few.state(), "Re: Desk 1")).isEmpty();
    assertThat(asked(few.and(hidden).state(), "Re: Desk 1")).isEmpty();
  }

  /** Who sends a signed letter on may have taken away what it answers. */
  @Test
  void whatASignatureAloneProvesNeedsNoMarkToBeAnAnswer() {
    Workspace now = Given.coalition().and(FEES).state();

    assertThat(asked(now, "Fees", Origin.SIGNED)).containsExactly(Words.LOST_THREAD);
    assertThat(asked(now, "Fees", Origin.SENT)).isEmpty();
    assertThat(asked(now, "Fees of today", Origin.SIGNED)).isEmpty();
  }
}
