package org.caucus.coalition.access.viewas;

import java.util.List;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.ViewAs;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/** Decides who may look as whom. Pure. */
public final class ViewAsDecider {
  private ViewAsDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(
      ViewAsSessions.Held state, ViewAsCommand command, CommandContext act) {
    return switch (command) {
      case ViewAsCommand.Begin c -> begin(state, c, act);
    };
  }

  private static List<Event> begin(
      ViewAsSessions.Held state, ViewAsCommand.Begin c, CommandContext act) {
    state.access().mustBeActive(act.by());
    Organisation company = state.members().organisations().get(c.company());
    if (company == null || company.side() != Side.COMPANY) {
      throw Refusal.invalid("company", Message.of("there-is-no-such-company-in"));
    }
    if (!state.access().isHere(new ViewAs(act.by(), c.company()).id())) {
      throw Refusal.forbidden(Message.of("convenors-and-members-of-civil-society"));
    }
    return List.of(new ViewAsEvent.Begun(c.company(), act.by()));
  }
}
