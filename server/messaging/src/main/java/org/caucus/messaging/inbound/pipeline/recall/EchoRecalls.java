package org.caucus.messaging.inbound.pipeline.recall;

import java.util.List;
import java.util.Optional;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;

/** Knows what the answer to an echo takes back. */
@FunctionalInterface
public interface EchoRecalls {
  /**
   * What was posted.
   *
   * @param received seats other than the author's that hold a mailed copy
   */
  record Post(Ref of, SeatId author, List<SeatId> received) {
    /** A copy that nobody else can change. */
    public Post {
      received = List.copyOf(received);
    }
  }

  /** Empty if the ticket is forged, of another workspace, or of a seat that is ended. May block. */
  Optional<Post> open(String ticket, Workspace workspace);
}
