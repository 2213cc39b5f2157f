package org.caucus.coalition.updates.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.StoredMessage;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** What can happen before an update is published. Known to its company alone. */
public sealed interface DraftEvent extends Event {
  /** The company whose matter it is. */
  String company();

  /** What its author is answered by: its draft's id; of a rule, the company. */
  default String thing() {
    return switch (this) {
      case UpdateDrafted e -> e.id();
      case DraftRevised e -> e.id();
      case DraftConfirmed e -> e.id();
      case DraftReturned e -> e.id();
      case DraftPublished e -> e.update();
      case DraftHeldBack e -> e.id();
      case DraftDiscarded e -> e.id();
      case CompanyRuled e -> e.company();
    };
  }

  /** A liaison wrote one. */
  record UpdateDrafted(String id, String company, DraftContent said, @Nullable Instant publishAt)
      implements DraftEvent {}

  /**
   * A liaison said it otherwise: all of it is theirs from now on, and has to be confirmed.
   *
   * @param said what it is to say now
   */
  record DraftRevised(String id, String company, DraftContent said, @Nullable Instant publishAt)
      implements DraftEvent {}

  /** A liaison stands by it; it waits for its hour. */
  record DraftConfirmed(String id, String company, SeatId by) implements DraftEvent {}

  /**
   * Another liaison does not stand by it; it waits for its author.
   *
   * @param storedNote what they say to its author; may be empty
   */
  record DraftReturned(
      String id, String company, @JsonProperty("note") StoredText storedNote, SeatId by)
      implements DraftEvent {
    /** With these words. */
    public DraftReturned(String id, String company, String note, SeatId by) {
      this(id, company, StoredText.of(note), by);
    }

    /** What was said with it. */
    public String note() {
      return storedNote.toString();
    }
  }

  /**
   * It is an update now.
   *
   * @param by who stood by it; null for its hour
   */
  record DraftPublished(String id, String company, String update, @Nullable SeatId by)
      implements DraftEvent {}

  /**
   * It could not be published when its hour came, and waits for a liaison.
   *
   * @param why in English
   * @param reason the same by its code; null, and not written, in logs of before
   */
  record DraftHeldBack(
      String id,
      String company,
      String why,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StoredMessage reason)
      implements DraftEvent {
    /** For this reason. */
    public static DraftHeldBack of(String id, String company, Message why) {
      return new DraftHeldBack(id, company, why.english(), StoredMessage.of(why));
    }
  }

  /** It is not to be published. */
  record DraftDiscarded(String id, String company, SeatId by) implements DraftEvent {}

  /**
   * The company says whether its updates need a second liaison.
   *
   * @param second whether they do from now on
   */
  record CompanyRuled(String company, boolean second, SeatId by) implements DraftEvent {}
}
