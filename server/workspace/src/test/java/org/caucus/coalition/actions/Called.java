package org.caucus.coalition.actions;

import java.time.ZoneId;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;

/** A call with the agency that Bola plans, for few at first. */
public final class Called {
  /** Its id. */
  public static final String CALL = "call";

  private Called() {}

  /** Planned among these. */
  public static Given planned(Audience audience) {
    return Given.coalition()
        .and(
            new ActionEvent.ActionPlanned(
                CALL,
                Action.Kind.CALL,
                "Call with the agency",
                "",
                Parties.BOLA,
                new Action.When(null, null, ZoneId.of("Africa/Lagos")),
                "",
                audience,
                Parties.BOLA));
  }

  /** Then everyone may read it. */
  public static Given opened(Given given) {
    return given.and(
        new AudienceEvent.Widened(
            Ref.to(Ref.Kind.ACTION, CALL),
            Audience.civilSociety(),
            Audience.everyone(),
            Parties.BOLA,
            null));
  }
}
