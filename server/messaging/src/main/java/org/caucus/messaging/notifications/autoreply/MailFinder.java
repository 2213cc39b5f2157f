package org.caucus.messaging.notifications.autoreply;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;

/** Finds words in what a seat can read, for the person who asks by mail. */
@FunctionalInterface
public interface MailFinder {
  /** Most of one search that are told. */
  int MOST = 20;

  /**
   * Something that was found.
   *
   * @param in the conversation or thing that it stands in
   * @param scope who reads it
   * @param snippet the words around those that were looked for
   */
  record Found(Ref in, Scope scope, String title, Instant at, String snippet) {}

  /**
   * What was found.
   *
   * @param all how many there are
   * @param newest the newest of them, at most {@link #MOST}
   */
  record Answer(int all, List<Found> newest) {
    /** A copy that nobody else can change. */
    public Answer {
      newest = List.copyOf(newest);
    }
  }

  /** What this seat can read now; empty if it is not known yet. Blocks. */
  Optional<Answer> find(WorkspaceId workspace, SeatId seat, String words);
}
