package org.caucus.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.actions.Reminder;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** What anybody might do next about an action, beyond its title. */
final class Planning {
  private Planning() {}

  /** Nobody but the server asks for these. */
  static boolean isServers(Command command) {
    return command instanceof AudienceCommand.Open || command instanceof ActionCommand.Remind;
  }

  static Command next(Random random, String action, SeatId seat, Workspace w) {
    return switch (random.nextInt(7)) {
      case 0 ->
          new ActionCommand.Answer(
              action,
              null,
              random.nextBoolean() ? Commitment.Answer.WILL : Commitment.Answer.MAY,
              "Note of " + action);
      case 1 -> new ActionCommand.NoteAttendance(action, List.of(seat));
      case 2 ->
          new ActionCommand.WriteMinutes(
              action, "Minutes of " + action, random.nextBoolean() ? Instant.EPOCH : null);
      case 3 -> new ActionCommand.Remind(action);
      case 4 -> new ActionCommand.SetEmbargo(action, opening(w, random));
      case 5 -> new AudienceCommand.Open(action);
      default ->
          new ActionCommand.EditAction(
              action, null, null, null, null, null, null, null, null, details(random, w));
    };
  }

  private static ActionCommand.Opening opening(Workspace w, Random random) {
    Instant now = w.history().getLast().at();
    return new ActionCommand.Opening(
        now.plus(Duration.ofMinutes(1 + random.nextInt(9))),
        random.nextBoolean() ? Audience.everyone() : Audience.civilSociety());
  }

  private static ActionDetails details(Random random, Workspace w) {
    List<Ref> issues =
        w.issues().byId().values().stream()
            .map(i -> i.ref())
            .sorted(Comparator.comparing(Ref::id))
            .toList();
    return new ActionDetails(
        random.nextBoolean(),
        random.nextBoolean() ? List.of("rights") : List.of(),
        List.of(),
        "https://call.example/" + random.nextInt(100),
        "Agenda " + random.nextInt(100),
        "",
        "",
        null,
        List.of(),
        List.of(Reminder.DAY),
        issues.isEmpty() ? List.of() : List.of(issues.get(random.nextInt(issues.size()))));
  }
}
