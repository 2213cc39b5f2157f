package org.caucus.coalition.updates;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of an update that was posted. Pure. */
final class UpdateLifecycleDecider {
  private UpdateLifecycleDecider() {}

  static List<Event> decide(
      Updates.Held state, UpdateCommand.CourseCommand command, CommandContext act) {
    Update update = state.updates().find(command.update()).orElseThrow(Refusal::absent);
    state.access().mustRead(act.by(), update.scope());
    state.access().mustPost(act.by());
    if (!update.stands()) {
      throw Refusal.conflict(Message.of("this-update-was-retracted-it-stays"));
    }
    return switch (command) {
      case UpdateCommand.CorrectUpdate c -> correct(state, update, c, act.by());
      case UpdateCommand.ReachStage c -> stage(state, update, c, act.by());
      case UpdateCommand.RetractUpdate c -> retract(state, update, c, act.by());
      case UpdateCommand.AcknowledgeUpdate c -> acknowledge(state, update, act.by());
    };
  }

  /** Whether a seat is a liaison of the company whose update it is. */
  static boolean speaksFor(Updates.Held state, Update update, SeatId id) {
    Seat seat = state.members().seats().get(id);
    return seat != null
        && seat.active()
        && seat.role() == Role.LIAISON
        && seat.organisation().equals(update.company());
  }

  private static void mustSpeakFor(Updates.Held state, Update update, SeatId by) {
    if (!speaksFor(state, update, by)) {
      throw Refusal.forbidden(Message.of("only-a-liaison-of-the-company"));
    }
  }

  private static List<Event> correct(
      Updates.Held state, Update update, UpdateCommand.CorrectUpdate c, SeatId by) {
    mustSpeakFor(state, update, by);
    int version = update.seenBy(state.access().asked(by)).number();
    if (c.version() != null && c.version() != version) {
      throw Refusal.stale(UpdatePresenter.current(state, update, by));
    }
    String title = Objects.requireNonNullElse(c.title(), update.title());
    String body = Objects.requireNonNullElse(c.body(), update.body());
    if (title.isBlank() || body.isBlank()) {
      throw Refusal.invalid(
          title.isBlank() ? "title" : "body", Message.of("an-update-needs-a-title-and"));
    }
    UpdateEvent.UpdateCorrected corrected =
        new UpdateEvent.UpdateCorrected(
            update.id(),
            Objects.requireNonNullElse(c.kind(), update.kind()),
            title,
            body,
            Objects.requireNonNullElse(c.attribution(), update.attribution()),
            c.note().strip(),
            by,
            refers(state, update.particulars(), c, by));
    if (title.equals(update.title())
        && body.equals(update.body())
        && corrected.kind() == update.kind()
        && corrected.attribution() == update.attribution()
        && corrected.particulars() == null) {
      throw Refusal.invalid("body", Message.of("nothing-would-change-say-what-is"));
    }
    return List.of(corrected);
  }

  /** What it refers to from now on. Null if nothing of it is otherwise. */
  private static @Nullable UpdateReferences refers(
      Updates.Held state, UpdateReferences before, UpdateCommand.CorrectUpdate c, SeatId by) {
    UpdateReferences now =
        new UpdateReferences(
            c.provision() == null ? before.provision() : c.provision(),
            c.links() == null ? before.links() : links(state, before.links(), c.links(), by),
            c.dueChanged() ? c.due() : before.due());
    return now.equals(before) ? null : now;
  }

  /**
   * Those that were wished, and those that the person who wishes could not see: nobody meant to
   * lose them.
   */
  private static List<Ref> links(
      Updates.Held state, List<Ref> before, List<Ref> wished, SeatId by) {
    Predicate<Scope> reads = state.access().asked(by);
    Set<Ref> links =
        new LinkedHashSet<>(
            UpdateDecider.readable(state, new UpdateReferences(null, wished, null), by).links());
    before.stream()
        .filter(ref -> state.linked(ref).filter(l -> reads.test(l.scope())).isEmpty())
        .forEach(links::add);
    return links.equals(Set.copyOf(before)) ? before : List.copyOf(links);
  }

  private static List<Event> stage(
      Updates.Held state, Update update, UpdateCommand.ReachStage c, SeatId by) {
    mustSpeakFor(state, update, by);
    if (c.stage() == update.stage()) {
      throw Refusal.invalid("stage", Message.of("it-is-at-this-stage-already"));
    }
    return List.of(new UpdateEvent.StageReached(update.id(), c.stage(), c.note().strip(), by));
  }

  private static List<Event> retract(
      Updates.Held state, Update update, UpdateCommand.RetractUpdate c, SeatId by) {
    mustSpeakFor(state, update, by);
    if (c.reason().isBlank()) {
      throw Refusal.invalid("reason", Message.of("say-why-in-a-sentence-others"));
    }
    return List.of(new UpdateEvent.UpdateRetracted(update.id(), c.reason().strip(), by));
  }

  private static List<Event> acknowledge(Updates.Held state, Update update, SeatId by) {
    String organisation = Objects.requireNonNull(state.members().seats().get(by)).organisation();
    if (organisation.equals(update.company())) {
      throw Refusal.forbidden(Message.of("this-is-your-own-company-update"));
    }
    UpdateLifecycle.Acknowledgement said = update.course().read().get(organisation);
    // a colleague's word from before this seat could read the update is nothing it knows of
    if (said != null
        && state.access().canRead(by, update.scope().holds(said.audience(), said.at()))) {
      throw Refusal.conflict(Message.of("your-organisation-said-so-already"));
    }
    return List.of(new UpdateEvent.UpdateAcknowledged(update.id(), organisation, by));
  }
}
