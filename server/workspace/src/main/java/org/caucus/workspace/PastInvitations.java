package org.caucus.workspace;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;

/** Invitations that were accepted or have expired, as far as a convenor may know of them. Pure. */
final class PastInvitations {
  /** How far back they are listed. */
  static final Duration REACH = Duration.ofDays(90);

  /** Most that are listed. */
  static final int MAX_LISTED = 500;

  private final Workspace now;
  private final SeatId reader;
  private final Instant at;
  private final Map<String, Commit> taken = new HashMap<>();
  private final JsonArray found = new JsonArray();

  private PastInvitations(Workspace now, SeatId reader, Instant at) {
    this.now = now;
    this.reader = reader;
    this.at = at;
  }

  /** The newest first. */
  static JsonArray of(Workspace now, SeatId reader, Instant at) {
    PastInvitations past = new PastInvitations(now, reader, at);
    List<Commit> history = now.history();
    for (int i = history.size() - 1; i >= 0; i--) {
      Commit commit = history.get(i);
      if (commit.at().isBefore(at.minus(REACH)) || past.found.size() >= MAX_LISTED) {
        break;
      }
      commit.events().forEach(event -> past.take(commit, event));
    }
    return past.found;
  }

  private void take(Commit commit, Event event) {
    if (event instanceof MemberEvent.SeatTaken e && e.invitation() != null) {
      taken.put(e.invitation(), commit);
    } else if (event instanceof MemberEvent.Invited e && now.mayKnow(commit, event, reader)) {
      Invitation sent = now.members().invitations().get(e.id());
      Commit joined = taken.get(e.id());
      if (joined != null) {
        JsonObject accepted = MemberPresenter.show(Invitation.of(e, commit.at()));
        found.add(ended(accepted, "ACCEPTED").put("accepted", joined.at().toString()));
      } else if (sent != null && !at.isBefore(sent.expires())) {
        found.add(ended(MemberPresenter.show(sent), "EXPIRED"));
      }
    }
  }

  private static JsonObject ended(JsonObject shown, String state) {
    shown.remove("nextReminder");
    return shown.put("state", state);
  }
}
