package org.caucus.workspace.templates;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.kernel.Ref;

/** An action of civil society, so many days from now: convenors open it to others. */
record NewAction(String id, String kind, int days) implements TemplateStep {
  /** The hour at which what is planned begins. */
  private static final LocalTime HOUR = LocalTime.of(10, 0);

  @Override
  public TemplateStep.Made in(TemplateStep.Filling f) {
    Instant at = f.today().plusDays(days).atTime(HOUR).atZone(f.zone()).toInstant();
    String title = f.say("action." + id);
    return new TemplateStep.Made(
        Ref.Kind.ACTION,
        title,
        List.of(),
        Optional.of(at),
        Audience.civilSociety(),
        Optional.empty(),
        List.of(
            new ActionCommand.PlanAction(
                Action.Kind.valueOf(kind),
                title,
                f.say("action." + id + ".about"),
                null,
                new Action.When(at, null, f.zone()),
                "",
                Audience.civilSociety(),
                List.of())));
  }
}
