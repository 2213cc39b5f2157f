package org.caucus.workspace;

import java.util.List;
import java.util.Random;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.kernel.Command;
import org.caucus.kernel.SeatId;

/** What convenors do about words that wait, at random. */
final class Moderating {
  private Moderating() {}

  /** The lists there are, in a fixed order. */
  static List<String> lists(Workspace w) {
    return w.lists().lists().keySet().stream().sorted().toList();
  }

  /** What waits, in a fixed order. */
  static List<String> waiting(Workspace w) {
    return w.letters().holds().values().stream().filter(Hold::open).map(Hold::id).sorted().toList();
  }

  /** One of the ways in which a hold ends or is looked after. */
  static Command decide(int which, String hold) {
    return switch (which) {
      case 0, 1 -> new LetterCommand.RefuseHold(hold, "No.");
      case 2 -> new LetterCommand.DiscardHold(hold);
      case 3 -> new LetterCommand.WithdrawHold(hold);
      case 4 -> new LetterCommand.TendHold(hold);
      default -> new LetterCommand.ApproveHold(hold);
    };
  }

  /** A choice of who is asked first. */
  static Command choose(Random random, String list, SeatId seat) {
    return switch (random.nextInt(3)) {
      case 0 ->
          new LetterCommand.RuleList(
              list,
              any(random, List.of(ModerationSettings.Strangers.values())),
              any(random, List.of(ModerationSettings.Proof.values())));
      case 1 -> new LetterCommand.StopList(list, random.nextBoolean());
      default -> new LetterCommand.ModerateSeat(seat, random.nextBoolean());
    };
  }

  private static <T> T any(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
