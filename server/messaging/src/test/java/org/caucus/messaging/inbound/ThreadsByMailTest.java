package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.ThreadCommand.EditThread;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies by mail to threads that were renamed or locked. */
class ThreadsByMailTest extends LetterWriting {
  private static final String AMINA = "amina@rights.example";
  private static final String LIST = "coalition@caucus.example";
  private static final String ANSWERS = "In-Reply-To: <m1@press.example>\n";

  private Thread thread;

  @BeforeEach
  void aThreadIsThere() throws IOException {
    begin("Audience: civil society\n\n");
  }

  private void begin(String above) throws IOException {
    send("m1@press.example", BOLA, LIST, "Memo", "", above + "The memo is due.");
    thread = office.state().lists().threads().values().iterator().next();
  }

  private void rename(String to) {
    office.submit("amina", new EditThread(thread.id(), to, null, null, null));
  }

  private void lock(boolean on) {
    office.submit("amina", new EditThread(thread.id(), null, null, null, on));
  }

  private int posts() {
    return office.events(EntryEvent.EntryPosted.class).size();
  }

  private LetterEvent.LetterHeld held() {
    return office.events(LetterEvent.LetterHeld.class).getLast();
  }

  @Test
  void aReplyUnderTheFormerTitleStaysInTheThread() throws IOException {
    rename("Memo to the agency");
    mail(AMINA, LIST, "Re: Memo", ANSWERS, "I will bring it.");

    assertThat(office.events(EntryEvent.EntryPosted.class).getLast().parent())
        .isEqualTo(thread.ref());
  }

  /** Its quoted words would reach the rest of the list as a new thread. */
  @Test
  void aReplyThatLostItsThreadIsKnownByTheFormerTitle() throws IOException {
    rename("Something else");
    mail(AMINA, LIST, "Re: Memo", "I will bring it.");

    assertThat(posts()).isEqualTo(1);
    assertThat(held().awaits()).isEqualTo(Hold.Awaits.SENDER);
    assertThat(held().reasons()).contains(RefusalMessages.LOST_THREAD);
  }

  @Test
  void aReplyToALockedThreadWaitsForAConvenor() throws IOException {
    lock(true);
    mail(BOLA, LIST, "Re: Memo", ANSWERS, "One more word.");

    assertThat(posts()).isEqualTo(1);
    assertThat(held().awaits()).isEqualTo(Hold.Awaits.CONVENOR);
    assertThat(held().reasons()).containsExactly(ModerationSettings.LOCKED);

    office.submit("amina", new LetterCommand.ApproveHold(held().id()));
    EntryEvent.EntryPosted posted = office.events(EntryEvent.EntryPosted.class).getLast();
    assertThat(posted.parent()).isEqualTo(thread.ref());
    assertThat(posted.seat()).isEqualTo(office.seats.get("bola"));
    assertThat(posted.audience()).isEqualTo(Audience.civilSociety());
  }

  @Test
  void aConvenorRepliesToALockedThread() throws IOException {
    lock(true);
    mail(AMINA, LIST, "Re: Memo", ANSWERS, "This thread is closed.");
    assertThat(posts()).isEqualTo(2);

    lock(false);
    mail(BOLA, LIST, "Re: Memo", ANSWERS, "One more word.");
    assertThat(posts()).isEqualTo(3);
  }
}
