package org.caucus.audiences;

import java.util.List;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;

/** Acts the way a browser does: what a dry run showed first, then the act with its token. */
public final class Shown {
  private Shown() {}

  /** The command that carries the token of what this seat would be shown now. */
  public static AudienceCommand.Change change(
      Audiences.Held state, SeatId seat, Ref of, Audience to) {
    return new AudienceCommand.Change(of, to, token(state, seat, of, to), List.of());
  }

  private static String token(Audiences.Held state, SeatId seat, Ref of, Audience to) {
    try {
      return Foresight.of(state, of, to, seat).token();
    } catch (Refused no) {
      return "none was shown";
    }
  }
}
