package org.caucus.coalition.actions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/** Actions: what is planned, who commits to it, who comes, and what came of it. */
public final class ActionCapability implements Capability<Actions.Held, ActionEvent> {
  @Override
  public Class<ActionEvent> events() {
    return ActionEvent.class;
  }

  @Override
  public List<EventName<? extends ActionEvent>> names() {
    return List.of(
        EventName.of("action.planned", ActionEvent.ActionPlanned.class),
        EventName.of("action.edited", ActionEvent.ActionEdited.class),
        EventName.of("action.committed", ActionEvent.Committed.class),
        EventName.of("action.detailed", ActionEvent.ActionDetailed.class),
        EventName.of("action.answered", ActionEvent.Answered.class),
        EventName.of("action.attended", ActionEvent.AttendanceNoted.class),
        EventName.of("action.minuted", ActionEvent.MinutesWritten.class),
        EventName.of("action.replied", ActionEvent.ReplyRecorded.class),
        EventName.of("action.overdue", ActionEvent.ReplyOverdue.class),
        EventName.of("action.reminded", ActionEvent.Reminded.class),
        EventName.of("action.embargoed", ActionEvent.Embargoed.class));
  }

  @Override
  public List<CommandFamily<? super Actions.Held, ?>> commands() {
    return List.of(CommandFamily.moderated(ActionCommand.class, ActionDecider::decide));
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return Set.of(Ref.Kind.ACTION);
  }

  @Override
  public Slices evolve(Actions.Held now, ActionEvent event, CommitTime commit) {
    return with(now, now.actions().evolve(event, commit.at(), commit.sequence(), now.access()));
  }

  private static Slices with(Actions.Held now, Actions actions) {
    return now.slices().with(Actions.SLICE, actions);
  }

  /** All are told of the action, to those who read it. */
  @Override
  public About about(Actions.Held now, ActionEvent event, CommitTime commit) {
    return About.of(now, Ref.Kind.ACTION, event.of());
  }

  @Override
  public Optional<Scope> scopeOf(Actions.Held now, Ref ref) {
    return now.actions().find(ref.id()).map(Action::scope);
  }

  @Override
  public Slices widened(
      Actions.Held now, Ref of, Audience to, @Nullable String label, CommitTime commit) {
    return with(now, now.actions().widened(of.id(), to, commit.at(), commit.sequence()));
  }

  @Override
  public Slices narrowed(Actions.Held now, Ref of, Audience to, UnaryOperator<Audience> narrower) {
    return with(now, now.actions().narrowed(of.id(), to, narrower));
  }
}
