package org.caucus.coalition.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What can happen to lists and threads; what is said in them are entries. */
public sealed interface ListEvent extends Event {
  /**
   * A list has an address now.
   *
   * @param privacy of its letters; null, and not written, if there was no choice yet
   */
  record ListOpened(
      String slug,
      String name,
      String description,
      String localPart,
      Audience audience,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ListPrivacy privacy)
      implements ListEvent {
    /** One from before there was a choice. */
    public ListOpened(
        String slug, String name, String description, String localPart, Audience audience) {
      this(slug, name, description, localPart, audience, null);
    }
  }

  /** A conversation began; its first entry is in the same commit. */
  record ThreadStarted(String id, String list, String subject, Audience audience, SeatId by)
      implements ListEvent {}

  /**
   * A convenor began to bring in the archive of a list from elsewhere. Nobody is mailed of it.
   *
   * @param kind what the archive is kept as
   * @param audience who may read what comes of it
   */
  record ImportBegun(String id, String list, String kind, Audience audience, SeatId by)
      implements ListEvent {}

  /**
   * A conversation that was had before, on a list elsewhere, was brought in.
   *
   * @param by the convenor who brought it in
   * @param at when it began
   */
  record ThreadImported(
      String id, String list, String subject, Audience audience, SeatId by, Instant at)
      implements ListEvent {}

  /**
   * A seat chose how it gets mail.
   *
   * @param list slug of a list; empty for the notices of the workspace
   */
  record DeliverySet(SeatId seat, String list, Delivery mode) implements ListEvent {}

  /**
   * A seat chose how it gets the mail of a list, in all its parts.
   *
   * @param list slug of a list; empty for the notices of the workspace
   */
  record DeliveryChosen(SeatId seat, String list, DeliveryPreference habit) implements ListEvent {}

  /** A seat chose what holds for all its mail of the workspace. */
  record PersonalMailChosen(SeatId seat, PersonalMailSettings personal) implements ListEvent {}

  /** A seat chose what it wants to hear of one thing. */
  record ThingChosen(SeatId seat, Ref of, ThreadPreference wish) implements ListEvent {}

  /**
   * A convenor changed what a list is called, or what is said of it.
   *
   * @param former what it was called before
   */
  record ListDescribed(String list, String name, String former, String description, SeatId by)
      implements ListEvent {}

  /** A convenor chose how the letters of a list look. */
  record ListStyled(String list, ListStyle style, SeatId by) implements ListEvent {}

  /** A convenor chose what the letters of a list tell. */
  record PrivacyChosen(String list, ListPrivacy privacy, SeatId by) implements ListEvent {}

  /** Mail to a seat came back again and again and is held back; everything stays readable. */
  record MailSuspended(SeatId seat) implements ListEvent {}

  /** Mail to a seat is sent again. */
  record MailResumed(SeatId seat) implements ListEvent {}

  /**
   * A mail system, or somebody's answering machine, said that the person who has the seat has left.
   */
  record DepartureHinted(SeatId seat) implements ListEvent {}

  /** A convenor chose whether mail carries what people wrote. */
  record MailContentSet(MailContent content, SeatId by) implements ListEvent {}

  /** What is done to a thread as a whole; known to all who read it. */
  sealed interface ThreadChange extends ListEvent {
    /** The thread's. */
    String id();

    /** Who did it. */
    SeatId by();

    @Override
    default SeatId author() {
      return by();
    }
  }

  /**
   * A thread has another title.
   *
   * @param was the title before
   * @param startedBy who began the thread: a convenor may rename that of another
   */
  record ThreadRenamed(String id, String subject, String was, SeatId startedBy, SeatId by)
      implements ThreadUpdate {}

  /** A thread stands first in its list, for everyone. */
  record ThreadPinned(String id, SeatId by) implements ThreadUpdate {}

  /** A thread stands where its last message puts it again. */
  record ThreadUnpinned(String id, SeatId by) implements ThreadUpdate {}

  /** Only convenors reply in a thread now. */
  record ThreadLocked(String id, SeatId by) implements ThreadUpdate {}

  /** What is changed of the thread alone: its messages are where they were. */
  sealed interface ThreadUpdate extends ThreadChange {}

  /** The thread, or some of its messages, are in another place. */
  sealed interface ThreadMove extends ThreadChange {}

  /** A person is in a conversation no more, and reads what was said until then. */
  record ConversationLeft(String id, SeatId by) implements ThreadUpdate {}

  /** All who can post there reply in a thread again. */
  record ThreadUnlocked(String id, SeatId by) implements ThreadUpdate {}

  /**
   * A thread is on another list now, for the same readers.
   *
   * @param from the list before
   * @param startedBy who began the thread: a convenor may move that of another
   */
  record ThreadMoved(String id, String list, String from, SeatId startedBy, SeatId by)
      implements ThreadMove {}

  /**
   * Messages of a thread are a thread of their own now.
   *
   * @param from the thread that they were in
   * @param audience that of the first of them; none of the others is for more
   * @param startedBy who wrote the first of them
   * @param entries their ids, in their order
   */
  record ThreadSplit(
      String id,
      String from,
      String list,
      String subject,
      Audience audience,
      SeatId startedBy,
      List<String> entries,
      SeatId by)
      implements ThreadMove {
    /** A copy that nobody else can change. */
    public ThreadSplit {
      entries = List.copyOf(entries);
    }
  }

  /**
   * The messages of a thread are in another now.
   *
   * @param into the other
   * @param entries their ids, in their order
   */
  record ThreadMerged(String id, String into, List<String> entries, SeatId by)
      implements ThreadMove {
    /** A copy that nobody else can change. */
    public ThreadMerged {
      entries = List.copyOf(entries);
    }
  }

  /**
   * The messages of a thread that was merged are its own again, and so are later answers to them.
   *
   * @param from the thread that had them
   * @param audience of the thread: what it was, as far as all of them read the other now
   * @param entries their ids, in their order
   */
  record ThreadUnmerged(String id, String from, Audience audience, List<String> entries, SeatId by)
      implements ThreadMove {
    /** A copy that nobody else can change. */
    public ThreadUnmerged {
      entries = List.copyOf(entries);
    }
  }
}
