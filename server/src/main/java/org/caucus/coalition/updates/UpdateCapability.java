package org.caucus.coalition.updates;

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

/** Updates of companies, and the questions asked about them. */
public final class UpdateCapability implements Capability<Updates.Held, UpdateEvent> {
  @Override
  public Class<UpdateEvent> events() {
    return UpdateEvent.class;
  }

  @Override
  public List<EventName<? extends UpdateEvent>> names() {
    return List.of(
        EventName.of("update.posted", UpdateEvent.UpdatePosted.class),
        EventName.of("update.passed-on", UpdateEvent.UpdatePassedOn.class),
        EventName.of("update.corrected", UpdateEvent.UpdateCorrected.class),
        EventName.of("update.staged", UpdateEvent.StageReached.class),
        EventName.of("update.retracted", UpdateEvent.UpdateRetracted.class),
        EventName.of("update.acknowledged", UpdateEvent.UpdateAcknowledged.class),
        EventName.of("question.asked", UpdateEvent.QuestionAsked.class),
        EventName.of("question.answered", UpdateEvent.QuestionAnswered.class));
  }

  @Override
  public List<CommandFamily<? super Updates.Held, ?>> commands() {
    return List.of(CommandFamily.moderated(UpdateCommand.class, UpdateDecider::decide));
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return Set.of(Ref.Kind.UPDATE);
  }

  @Override
  public Slices evolve(Updates.Held now, UpdateEvent event, CommitTime commit) {
    return with(now, now.updates().evolve(event, commit.at()));
  }

  private static Slices with(Updates.Held now, Updates updates) {
    return now.slices().with(Updates.SLICE, updates);
  }

  @Override
  public About about(Updates.Held now, UpdateEvent event, CommitTime commit) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e -> About.of(now, Ref.Kind.UPDATE, e.id());
      case UpdateEvent.UpdatePassedOn e -> About.of(now, Ref.Kind.UPDATE, e.id());
      case UpdateEvent.UpdateCorrected e -> About.of(now, Ref.Kind.UPDATE, e.id());
      case UpdateEvent.StageReached e -> About.of(now, Ref.Kind.UPDATE, e.id());
      case UpdateEvent.UpdateRetracted e -> About.of(now, Ref.Kind.UPDATE, e.id());
      case UpdateEvent.UpdateAcknowledged e -> About.of(now, Ref.Kind.UPDATE, e.id());
      // known to the person who reads the entry that asks or answers
      case UpdateEvent.QuestionAsked e -> by(now, e.update(), e.entry());
      case UpdateEvent.QuestionAnswered e -> by(now, e.update(), e.entry());
    };
  }

  private static About by(Updates.Held now, String update, String entry) {
    return About.of(
        Ref.to(Ref.Kind.UPDATE, update), now.scopeOf(Ref.to(Ref.Kind.ENTRY, entry)).orElseThrow());
  }

  @Override
  public Optional<Scope> scopeOf(Updates.Held now, Ref ref) {
    return now.updates().find(ref.id()).map(Update::scope);
  }

  @Override
  public Slices widened(
      Updates.Held now, Ref of, Audience to, @Nullable String label, CommitTime commit) {
    return with(now, now.updates().widened(of.id(), to, commit.at()));
  }

  @Override
  public Slices narrowed(Updates.Held now, Ref of, Audience to, UnaryOperator<Audience> narrower) {
    return with(now, now.updates().narrowed(of.id(), to, narrower));
  }
}
