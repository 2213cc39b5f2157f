package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.kernel.Ref;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.guards.SubjectChangeGuard;
import org.junit.jupiter.api.Test;

/** What a subject changes is told before it is done, also the twenty-first time in a day. */
class AnnouncedLimitTest extends LetterWriting {
  private Hold last() {
    String id = office.events(LetterEvent.LetterHeld.class).getLast().id();
    return office.state().letters().find(id).orElseThrow();
  }

  @Test
  void whatIsOneTooManyWaitsForItsAuthor() throws IOException {
    office.passesMinutes = false;
    String issue = opened(Audience.everyone());
    long commit = office.state().history().getLast().sequence();
    for (int i = 0; i < SubjectChangeGuard.MAX_ANNOUNCED; i++) {
      mail(BOLA, ticketOf("bola", commit), "Re: 24 hours [state=done]", "Words " + i);
      assertThat(last().posts()).as("number %d", i).isNotNull();
    }
    mail(BOLA, ticketOf("bola", commit), "Re: 24 hours [state=done]", "One more");

    assertThat(last().posts()).isNull();
    assertThat(last().awaits()).isEqualTo(Hold.Awaits.SENDER);
    assertThat(last().reasons()).containsExactly(RefusalMessages.MANY_ANNOUNCED);
    assertThat(issue("COP-1").state()).isEqualTo(IssueState.OPEN);
    office.submit("bola", new LetterCommand.ApproveHold(last().id()));
    assertThat(issue("COP-1").state()).isEqualTo(IssueState.DONE);
    assertThat(office.state().entries().under(Ref.to(Ref.Kind.ISSUE, issue))).hasSize(1);

    office.ahead = Duration.ofDays(1).plusMinutes(1);
    mail(BOLA, ticketOf("bola", commit), "Re: 24 hours [state=open]", "The next day");
    assertThat(last().posts()).isNotNull();
  }
}
