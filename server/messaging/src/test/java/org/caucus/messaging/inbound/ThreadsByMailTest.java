package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.ThreadCommand.EditThread;
import org.caucus.coalition.lists.ThreadCommand.MergeThread;
import org.caucus.coalition.lists.ThreadCommand.MoveThread;
import org.caucus.coalition.lists.ThreadCommand.SplitThread;
import org.caucus.coalition.lists.ThreadCommand.UnmergeThread;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies by mail to threads that were renamed, locked, moved, split or merged. */
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

  private EntryEvent.EntryPosted last() {
    return office.events(EntryEvent.EntryPosted.class).getLast();
  }

  /** The thread in which an entry is now. */
  private String threadOf(EntryEvent.EntryPosted posted) {
    return office.state().entries().find(posted.id()).orElseThrow().parent().id();
  }

  private String relayed(EntryEvent.EntryPosted posted) {
    return "In-Reply-To: <" + posted.id() + "@caucus.example>\n";
  }

  @Test
  void aReplyToTheOldListStaysInAThreadThatWasMoved() throws IOException {
    office.list("memos", Audience.civilSociety());
    String ticket = ticketOf("amina", office.state().sequence() - 1); // of the letter before
    int said = posts();
    office.submit("amina", new MoveThread(thread.id(), "memos"));

    mail(AMINA, LIST, "Re: Memo", ANSWERS, "I will bring it.");
    assertThat(threadOf(last())).isEqualTo(thread.id());
    mail(AMINA, LIST, "Re: Memo", "References: <m1@press.example>\n", "By noon.");
    assertThat(threadOf(last())).isEqualTo(thread.id());
    mail(AMINA, "memos@caucus.example", "Re: Memo", ANSWERS, "By ten.");
    assertThat(threadOf(last())).isEqualTo(thread.id());
    mail(AMINA, ticket, "Re: Memo", "By nine.");
    assertThat(threadOf(last())).isEqualTo(thread.id());
    assertThat(posts() - said).isEqualTo(4);
    assertThat(office.state().lists().thread(thread.id()).orElseThrow().list()).isEqualTo("memos");
    assertThat(last().audience()).isEqualTo(Audience.civilSociety());
  }

  /** One letter is posted once, whichever of the two lists it is sent to again. */
  @Test
  void theSameLetterIsNotPostedAgainAfterAMove() throws IOException {
    office.list("memos", Audience.civilSociety());
    office.submit("amina", new MoveThread(thread.id(), "memos"));
    begin("Audience: civil society\n\n");

    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void aReplyGoesWhereTheMessageThatItNamesWent() throws IOException {
    mail(AMINA, LIST, "Re: Memo", ANSWERS, "Who speaks first?");
    EntryEvent.EntryPosted question = last();
    String ticket = ticketOf("bola");
    office.submit("amina", new SplitThread(thread.id(), question.id(), "Who speaks first"));
    String part = office.state().entries().find(question.id()).orElseThrow().parent().id();
    assertThat(part).isNotEqualTo(thread.id());

    mail(BOLA, LIST, "Re: Memo", "In-Reply-To: <l1@letters.example>\n", "Amina does.");
    assertThat(threadOf(last())).as("by the letter's own Message-ID").isEqualTo(part);
    mail(BOLA, LIST, "Re: Memo", relayed(question), "As agreed.");
    assertThat(threadOf(last())).as("by that of the relayed copy").isEqualTo(part);
    mail(BOLA, ticket, "Re: Memo", "In June.");
    assertThat(threadOf(last())).as("by the answer address").isEqualTo(part);
    mail(AMINA, LIST, "Re: Memo", ANSWERS, "The memo is here.");
    assertThat(threadOf(last())).as("what stayed").isEqualTo(thread.id());
    assertThat(posts()).isEqualTo(6);
  }

  @Test
  void aReplyToAThreadThatWasMergedGoesIntoTheOther() throws IOException {
    send("m2@press.example", BOLA, LIST, "Memo, again", "", "Audience: civil society\n\nDue.");
    String into = threadOf(last());
    String ticket = ticketOf("amina", office.state().sequence());
    office.submit("amina", new MergeThread(thread.id(), into));

    mail(AMINA, LIST, "Re: Memo", ANSWERS, "I will bring it.");
    assertThat(threadOf(last())).isEqualTo(into);
    mail(AMINA, ticket, "Re: Memo", "By noon.");
    assertThat(threadOf(last())).isEqualTo(into);

    office.submit("amina", new UnmergeThread(thread.id()));
    mail(AMINA, LIST, "Re: Memo", ANSWERS, "It is printed.");
    assertThat(threadOf(last())).isEqualTo(thread.id());
  }

  /** What waits for a convenor when its thread is split or merged is approved where it belongs. */
  @Test
  void aHeldReplyFollowsItsThread() throws IOException {
    send("m2@press.example", BOLA, LIST, "Memo, again", "", "Audience: civil society\n\nDue.");
    String into = threadOf(last());
    lock(true);
    mail(BOLA, LIST, "Re: Memo", ANSWERS, "One more word.");
    assertThat(held().awaits()).isEqualTo(Hold.Awaits.CONVENOR);
    office.submit("amina", new MergeThread(thread.id(), into));

    office.submit("amina", new LetterCommand.ApproveHold(held().id()));

    assertThat(threadOf(last())).isEqualTo(into);
    assertThat(last().audience()).isEqualTo(Audience.civilSociety());
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
