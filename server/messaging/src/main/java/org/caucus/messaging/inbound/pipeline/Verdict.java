package org.caucus.messaging.inbound.pipeline;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.kernel.Command;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Where a letter ends. There is no fifth end. */
public sealed interface Verdict {
  /**
   * It is posted for this seat.
   *
   * @param audience the narrower audience it asks for itself, or null
   * @param readers who reads it then, as the steps saw it
   */
  record Post(
      MessageTarget intent, SeatId seat, String text, @Nullable Audience audience, Audience readers)
      implements Verdict {}

  /** Somebody is asked. */
  record Hold(
      MessageTarget intent,
      @Nullable SeatId seat,
      org.caucus.coalition.moderation.Hold.Awaits awaits,
      String text,
      List<Message> reasons,
      @Nullable Audience audience,
      boolean unproven)
      implements Verdict {
    /** A copy that nobody else can change. */
    public Hold {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Its sender is told why.
   *
   * @param quiet whether not even its subject is kept
   */
  record Refuse(List<Message> reasons, boolean quiet) implements Verdict {
    /** A copy that nobody else can change. */
    public Refuse {
      reasons = List.copyOf(reasons);
    }

    /** Its subject is kept, and named in the answer. */
    public Refuse(List<Message> reasons) {
      this(reasons, false);
    }

    /** For a letter that may have a secret in its subject. */
    public static Refuse quietly(Message why) {
      return new Refuse(List.of(why), true);
    }
  }

  /** It is passed on from one seat to another, and stands nowhere. */
  record PassOn(SeatId from, SeatId to) implements Verdict {}

  /**
   * It is passed on to the convenors, and stands nowhere.
   *
   * @param from the seat of the person who is proven to have written it; null for anybody else
   */
  record ToConvenors(@Nullable SeatId from, List<SeatId> to) implements Verdict {
    /** A copy that nobody else can change. */
    public ToConvenors {
      to = List.copyOf(to);
    }
  }

  /**
   * It takes a post back.
   *
   * @param of what its author posted
   * @param received seats that hold a mailed copy
   */
  record TakeBack(Ref of, SeatId author, List<SeatId> received) implements Verdict {
    /** A copy that nobody else can change. */
    public TakeBack {
      received = List.copyOf(received);
    }
  }

  /**
   * It decides about a letter that waits, or a draft.
   *
   * @param seat that decides; null for who has none and takes back their own
   */
  record Decide(@Nullable SeatId seat, Command command) implements Verdict {}

  /**
   * The person who was invited takes their seat.
   *
   * @param invitation its id
   * @param address that was invited, from which it was answered
   */
  record Join(String invitation, String address, String name) implements Verdict {}

  /** Only the log knows. */
  record Drop(String reason) implements Verdict {}
}
