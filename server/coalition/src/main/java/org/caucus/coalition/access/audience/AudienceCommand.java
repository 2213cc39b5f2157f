package org.caucus.coalition.access.audience;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What can be asked of the audience of something that is there. */
public sealed interface AudienceCommand extends Command {
  /**
   * Widens, narrows or, for an entry, releases.
   *
   * @param of what; an issue by id or label
   * @param token that of the dry run which was shown
   * @param received seats that will be outside and were sent it by mail before
   */
  record Change(Ref of, Audience to, String token, List<SeatId> received)
      implements AudienceCommand {
    /** A copy that nobody else can change. */
    public Change {
      received = List.copyOf(received);
    }
  }

  /**
   * Takes back what one posted just now: from then on only its author reads it.
   *
   * @param of what was posted, or the entry that was posted with it
   * @param received seats that were sent it by mail before
   * @param letter id of the letter that asks for it, in the inbox; null if none does
   */
  record Recall(Ref of, List<SeatId> received, @Nullable String letter) implements AudienceCommand {
    /** Asked for in the browser. */
    public Recall(Ref of, List<SeatId> received) {
      this(of, received, null);
    }

    /** A copy that nobody else can change. */
    public Recall {
      received = List.copyOf(received);
    }
  }

  /** More people are in a conversation, and read what is said from then on. */
  record AddPeople(String thread, List<SeatId> seats) implements AudienceCommand {
    /** A copy that nobody else can change. */
    public AddPeople {
      seats = List.copyOf(seats);
    }
  }

  /** The embargo on an action is over, if it is: the server lets those read it who were to. */
  record Open(String action) implements AudienceCommand {}
}
