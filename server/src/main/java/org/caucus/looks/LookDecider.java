package org.caucus.looks;

import java.util.List;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Refused;
import org.caucus.members.Look;
import org.caucus.members.Organisation;
import org.caucus.members.Side;

/** Decides who may look as whom. Pure. */
public final class LookDecider {
  private LookDecider() {}

  /** The events a command leads to, or {@link Refused}. */
  public static List<Event> decide(Looks.Held state, LookCommand command, Act act) {
    return switch (command) {
      case LookCommand.Begin c -> begin(state, c, act);
    };
  }

  private static List<Event> begin(Looks.Held state, LookCommand.Begin c, Act act) {
    state.access().mustBeActive(act.by());
    Organisation company = state.members().organisations().get(c.company());
    if (company == null || company.side() != Side.COMPANY) {
      throw Refused.invalid("company", "There is no such company in this workspace.");
    }
    if (!state.access().isHere(new Look(act.by(), c.company()).id())) {
      throw Refused.forbidden(
          "Convenors and members of civil society can look as a company sees it. Ask one of"
              + " them.");
    }
    return List.of(new LookEvent.Begun(c.company(), act.by()));
  }
}
