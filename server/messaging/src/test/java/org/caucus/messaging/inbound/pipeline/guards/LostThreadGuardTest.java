package org.caucus.messaging.inbound.pipeline.guards;

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
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.NewThread;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.mail.auth.AuthenticatedOrigin;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.inbound.pipeline.Addressees;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/**
 * An answer that lost its threading is asked about, however much was said that its author cannot
 * read.
 */
class LostThreadGuardTest {
  private static final Event FEES =
      new ListEvent.ThreadStarted(
          "fees", "coalition", "Fees", Audience.named(List.of(AMINA, BOLA)), AMINA);

  private static List<String> asked(Workspace now, String subject) {
    return asked(now, subject, AuthenticatedOrigin.UNKNOWN);
  }

  private static List<String> asked(Workspace now, String subject, AuthenticatedOrigin origin) {
    RawLetter raw =
        RawLetter.of(
            ("From: bola@x.example\r\nTo: coalition@lists.example\r\nSubject: "
                    + subject
                    + "\r\n\r\nNot more.\r\n")
                .getBytes(StandardCharsets.UTF_8));
    IncomingLetter in =
        new IncomingLetter(
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
    PipelineContext arrival =
        PipelineContext.of(
                in,
                to,
                now,
                PipelineContext.Writer.of(bola.person()),
                new Addressees(List.of(), Map.of()))
            .from(bola)
            .towards(new NewThread("coalition"));
    return new LostThreadGuard().take(arrival) instanceof PipelineStep.On on
        ? on.arrival().concerns().stream().map(concern -> concern.why().english()).toList()
        : List.of("ended");
  }

  @Test
  void howMuchIsHiddenChangesNothing() {
    Event[] hidden =
        IntStream.range(0, LostThreadGuard.MAX_THINGS)
            .mapToObj(
                i ->
                    new ListEvent.ThreadStarted(
                        "h" + i, "coalition", "Desk " + i, Audience.companyOnly("chirp"), CHIKA))
            .toArray(Event[]::new);
    Given few = Given.coalition().and(FEES);

    assertThat(asked(few.state(), "Re: Fees"))
        .containsExactly(RefusalMessages.LOST_THREAD.english());
    assertThat(asked(few.and(hidden).state(), "Re: Fees"))
        .containsExactly(RefusalMessages.LOST_THREAD.english());
    assertThat(asked(few.state(), "Re: Desk 1")).isEmpty();
    assertThat(asked(few.and(hidden).state(), "Re: Desk 1")).isEmpty();
  }

  /** Who sends a signed letter on may have taken away what it answers. */
  @Test
  void whatASignatureAloneProvesNeedsNoMarkToBeAnAnswer() {
    Workspace now = Given.coalition().and(FEES).state();

    assertThat(asked(now, "Fees", AuthenticatedOrigin.SIGNED))
        .containsExactly(RefusalMessages.LOST_THREAD.english());
    assertThat(asked(now, "Fees", AuthenticatedOrigin.SENT)).isEmpty();
    assertThat(asked(now, "Fees of today", AuthenticatedOrigin.SIGNED)).isEmpty();
  }
}
