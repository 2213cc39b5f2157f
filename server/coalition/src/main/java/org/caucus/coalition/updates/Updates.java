package org.caucus.coalition.updates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.coalition.updates.drafts.Drafts;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/** The updates of a workspace, immutable; {@code feed} holds their ids, oldest first. */
public record Updates(PMap<String, Update> byId, PersistentVector<String> feed, Drafts drafts) {
  /** Where updates are: a place for everyone. */
  public static final Scope FEED = Scope.place(Audience.everyone());

  /** The key of this state. */
  public static final Slice<Updates> SLICE = Slice.of(Updates.class, none());

  /** What anyone who holds the state of updates can be asked. */
  public interface Held extends Entries.Held {
    /** The updates. */
    default Updates updates() {
      return slices().get(SLICE);
    }

    @Override
    default boolean isTaken(String file) {
      return Entries.Held.super.isTaken(file) || updates().drafts().byFile().containsKey(file);
    }

    @Override
    default long takenBytes(SeatId reader) {
      Predicate<Scope> reads = access().asked(reader);
      return Entries.Held.super.takenBytes(reader)
          + updates().drafts().fileBytes(draft -> reads.test(draft.scope()));
    }

    /** What a link would lead to, by its id or label; empty if there is no such thing. */
    Optional<Linked> linked(Ref ref);

    /** What companies were asked for where issues are tracked, and is open. */
    Stream<Asked> askedOfCompanies();
  }

  /**
   * A request to companies.
   *
   * @param companies whom it was put to
   * @param due by which day; null if by none
   * @param by who asks
   * @param at when it was said
   * @param given since when it is given to seats of a company, by its short name
   */
  public record Asked(
      Linked what,
      Set<String> companies,
      @Nullable LocalDate due,
      SeatId by,
      Instant at,
      Map<String, Instant> given) {
    /** Since when this company is asked. */
    public Instant since(String company) {
      return given.getOrDefault(company, at);
    }
  }

  /**
   * The other end of a link.
   *
   * @param ref its name
   * @param title what people call it
   */
  public record Linked(Ref ref, String title, Scope scope) {}

  /** No updates. */
  public static Updates none() {
    return new Updates(PersistentMap.empty(), PersistentVector.empty(), Drafts.none());
  }

  /** The update with this id. */
  public Optional<Update> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The state after an update was widened. */
  public Updates widened(String id, Audience to, Instant at) {
    return with(the(id).readBy(to, the(id).course().widened(to, at)));
  }

  /** The state after an update was narrowed, and with it what was said of it. */
  public Updates narrowed(String id, Audience to, UnaryOperator<Audience> narrower) {
    return with(the(id).readBy(to, the(id).course().narrowed(narrower)));
  }

  /** The state after an event about drafts. */
  public Updates evolve(DraftEvent event, Instant at) {
    return new Updates(byId, feed, drafts.evolve(event, at));
  }

  /** The state after an event. */
  public Updates evolve(UpdateEvent event, Instant at) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e ->
          new Updates(byId.plus(e.id(), posted(e, at)), feed.plus(e.id()), drafts);
      case UpdateEvent.UpdatePassedOn e -> with(the(e.id()).keptBy(e.to()));
      case UpdateEvent.UpdateCorrected e -> with(the(e.id()).corrected(e, at));
      case UpdateEvent.StageReached e -> with(the(e.id()).staged(e, at));
      case UpdateEvent.UpdateRetracted e -> {
        Update update = the(e.id());
        yield with(
            update.in(
                update
                    .course()
                    .retracted(new UpdateLifecycle.Retraction(e.storedReason(), e.by(), at))));
      }
      case UpdateEvent.UpdateAcknowledged e -> {
        Update update = the(e.id());
        yield with(
            update.in(
                update
                    .course()
                    .readBy(
                        new UpdateLifecycle.Acknowledgement(
                            e.organisation(), e.by(), at, update.audience()))));
      }
      case UpdateEvent.QuestionAsked e ->
          asked(e.update(), new UpdateLifecycle.Question(e.entry(), at, List.of()));
      case UpdateEvent.QuestionAnswered e -> answered(e);
    };
  }

  private Updates answered(UpdateEvent.QuestionAnswered e) {
    UpdateLifecycle.Question question =
        Objects.requireNonNull(the(e.update()).course().questions().get(e.question()));
    List<String> answers =
        Stream.concat(question.answers().stream(), Stream.of(e.entry())).toList();
    return asked(
        e.update(), new UpdateLifecycle.Question(question.entry(), question.at(), answers));
  }

  private Updates asked(String id, UpdateLifecycle.Question question) {
    Update update = the(id);
    return with(update.in(update.course().asked(question)));
  }

  private Update the(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private Updates with(Update update) {
    return new Updates(byId.plus(update.id(), update), feed, drafts);
  }

  private static Update posted(UpdateEvent.UpdatePosted e, Instant at) {
    return new Update(
        e.id(),
        e.company(),
        e.kind(),
        e.stage(),
        e.title(),
        e.storedBody(),
        e.attribution(),
        e.audience(),
        e.by(),
        at,
        e.via(),
        e.letter(),
        e.by(),
        Objects.requireNonNullElse(e.particulars(), UpdateReferences.none()),
        UpdateLifecycle.begun(e.audience(), at));
  }
}
