package org.caucus.coalition.access.audience;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Acts the way a browser does: what a dry run showed first, then the act with its token. */
public final class Shown {
  private Shown() {}

  /** The command that carries the token of what this seat would be shown now. */
  public static AudienceCommand.Change change(
      AudienceHistory.Held state, SeatId seat, Ref of, Audience to) {
    return new AudienceCommand.Change(of, to, token(state, seat, of, to), List.of());
  }

  private static String token(AudienceHistory.Held state, SeatId seat, Ref of, Audience to) {
    try {
      return AudienceChangePreview.of(state, of, to, seat).token();
    } catch (Refusal no) {
      return "none was shown";
    }
  }
}
