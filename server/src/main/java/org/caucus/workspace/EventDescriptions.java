package org.caucus.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.viewas.ViewAsEvent;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * Says of each event what it is about and who may know. Exhaustive: a new event must answer here.
 */
final class EventDescriptions {
  private static final Scope HERE = Scope.place(Audience.everyone());

  private EventDescriptions() {}

  static EventDescription of(Workspace w, Event event, Commit commit) {
    String verb = EventTypes.of(event);
    EventDescription happening =
        switch (event) {
          case MemberEvent e -> member(w, verb, e, commit.at());
          case ListEvent e -> list(w, verb, e);
          case EntryEvent e -> entry(w, verb, e);
          case IssueEvent e -> issue(w, verb, e, commit.at());
          case UpdateEvent e -> update(w, verb, e);
          case DraftEvent e -> draft(verb, e, commit.at());
          case ActionEvent e -> action(w, verb, e);
          case LetterEvent e -> letter(w, verb, e);
          case AudienceEvent e -> audience(w, verb, e);
          case ViewAsEvent e -> look(verb, e, commit.at());
          default -> throw new IllegalStateException("no happening for " + verb);
        };
    return inItsTime(w, happening, commit.sequence());
  }

  /**
   * The id by which the person who did it finds what they made or changed. What is told of a draft
   * is of its company; it has an id all the same.
   */
  static String thing(Event event, EventDescription happening) {
    return event instanceof DraftEvent draft ? draft.thing() : happening.ref().id();
  }

  /** What happened to a head before it was widened stays with those who could read it then (R5). */
  private static EventDescription inItsTime(Workspace w, EventDescription h, long sequence) {
    return w.audiences()
        .at(h.ref(), sequence)
        .map(
            then ->
                new EventDescription(
                    h.verb(), h.ref(), h.under(), new Scope(then, null, h.scope())))
        .orElse(h);
  }

  /** Civil society is told who looks, and so is the company as which they look. */
  private static EventDescription look(String verb, ViewAsEvent event, Instant at) {
    return switch (event) {
      case ViewAsEvent.Begun e ->
          new EventDescription(
              verb,
              Ref.to(Ref.Kind.ORGANISATION, e.company()),
              null,
              HERE.holds(Audience.withCompany(e.company()), at));
    };
  }

  /** Of an entry it is told under what it hangs on. */
  private static EventDescription audience(Workspace w, String verb, AudienceEvent event) {
    Ref under =
        event.of().kind() == Ref.Kind.ENTRY
            ? w.entries().find(event.of().id()).orElseThrow().parent()
            : null;
    return about(w, verb, event.of(), under);
  }

  private static EventDescription member(Workspace w, String verb, MemberEvent event, Instant at) {
    Scope all = HERE.holds(Audience.everyone(), at);
    return switch (event) {
      case MemberEvent.WorkspaceOpened e ->
          new EventDescription(verb, Ref.to(Ref.Kind.WORKSPACE, e.slug()), null, all);
      case MemberEvent.OrganisationProposed e ->
          new EventDescription(
              verb, Ref.to(Ref.Kind.ORGANISATION, e.slug()), null, convenors(w, at));
      case MemberEvent.ProposalDeclined e ->
          new EventDescription(
              verb, Ref.to(Ref.Kind.ORGANISATION, e.slug()), null, convenors(w, at));
      case MemberEvent.OrganisationAdded e ->
          new EventDescription(verb, Ref.to(Ref.Kind.ORGANISATION, e.slug()), null, all);
      case MemberEvent.Invited e ->
          new EventDescription(verb, Ref.to(Ref.Kind.INVITATION, e.id()), null, convenors(w, at));
      case MemberEvent.InvitationRevoked e ->
          new EventDescription(verb, Ref.to(Ref.Kind.INVITATION, e.id()), null, convenors(w, at));
      case MemberEvent.SeatTaken e -> new EventDescription(verb, seat(e.seat()), null, all);
      case MemberEvent.RoleChanged e -> new EventDescription(verb, seat(e.seat()), null, all);
      case MemberEvent.SeatHandedOver e -> new EventDescription(verb, seat(e.seat()), null, all);
      case MemberEvent.SeatEnded e -> new EventDescription(verb, seat(e.seat()), null, all);
      case MemberEvent.RecordExported e ->
          new EventDescription(verb, seat(e.seat()), null, concerned(w, e.seat(), at));
      case MemberEvent.SignInRuled e ->
          new EventDescription(verb, Ref.to(Ref.Kind.WORKSPACE, w.members().slug()), null, all);
      case MemberEvent.RecoveryConfirmed e ->
          new EventDescription(verb, seat(e.seat()), null, concerned(w, e.seat(), at));
      case MemberEvent.RecoveryAwaited e ->
          new EventDescription(verb, seat(e.seat()), null, concerned(w, e.seat(), at));
      case MemberEvent.RecoveryCalledOff e ->
          new EventDescription(verb, seat(e.seat()), null, concerned(w, e.seat(), at));
    };
  }

  private static Ref seat(SeatId id) {
    return Ref.to(Ref.Kind.SEAT, id.value());
  }

  private static Scope convenors(Workspace w, @Nullable Instant at) {
    List<SeatId> convenors =
        w.members().active().stream().filter(s -> s.role() == Role.CONVENOR).map(Seat::id).toList();
    return new Scope(Audience.named(convenors), at, HERE);
  }

  /** Those of a seat's own organisation, and the convenors. */
  private static Scope concerned(Workspace w, SeatId id, Instant at) {
    String organisation = Objects.requireNonNull(w.members().seats().get(id)).organisation();
    List<SeatId> concerned =
        w.members().active().stream()
            .filter(s -> s.role() == Role.CONVENOR || s.organisation().equals(organisation))
            .map(Seat::id)
            .toList();
    return new Scope(Audience.named(concerned), at, HERE);
  }

  private static EventDescription list(Workspace w, String verb, ListEvent event) {
    return switch (event) {
      case ListEvent.ListOpened e -> about(w, verb, Ref.to(Ref.Kind.LIST, e.slug()), null);
      case ListEvent.ThreadStarted e ->
          about(w, verb, Ref.to(Ref.Kind.THREAD, e.id()), Ref.to(Ref.Kind.LIST, e.list()));
      case ListEvent.ThreadImported e ->
          about(w, verb, Ref.to(Ref.Kind.THREAD, e.id()), Ref.to(Ref.Kind.LIST, e.list()));
      case ListEvent.ImportBegun e -> {
        Ref list = Ref.to(Ref.Kind.LIST, e.list());
        Scope place = scopeOf(w, list).orElseThrow();
        yield new EventDescription(verb, list, null, new Scope(e.audience(), null, place));
      }
      case ListEvent.DeliverySet e -> own(verb, e.seat());
      case ListEvent.DeliveryChosen e -> own(verb, e.seat());
      case ListEvent.PersonalMailChosen e -> own(verb, e.seat());
      case ListEvent.ThingChosen e -> own(verb, e.seat());
      case ListEvent.ListStyled e -> about(w, verb, Ref.to(Ref.Kind.LIST, e.list()), null);
      case ListEvent.PrivacyChosen e -> about(w, verb, Ref.to(Ref.Kind.LIST, e.list()), null);
      case ListEvent.MailSuspended e -> mail(w, verb, e.seat());
      case ListEvent.MailResumed e -> mail(w, verb, e.seat());
      case ListEvent.DepartureHinted e ->
          new EventDescription(verb, seat(e.seat()), null, convenors(w, null));
      case ListEvent.MailContentSet e ->
          about(w, verb, Ref.to(Ref.Kind.WORKSPACE, w.members().slug()), null);
    };
  }

  /** Nobody else's matter. */
  private static EventDescription own(String verb, SeatId seat) {
    return new EventDescription(verb, seat(seat), null, Scope.place(Audience.named(List.of(seat))));
  }

  /**
   * For the seat itself and the convenors: how somebody reads their mail, and who reads it first
   * when they write, is nobody else's matter.
   */
  private static EventDescription mail(Workspace w, String verb, SeatId seat) {
    List<SeatId> told =
        Stream.concat(
                Stream.of(seat),
                w.members().active().stream()
                    .filter(s -> s.role() == Role.CONVENOR)
                    .map(Seat::id)
                    .filter(s -> !s.equals(seat)))
            .toList();
    return new EventDescription(verb, seat(seat), null, Scope.place(Audience.named(told)));
  }

  private static EventDescription entry(Workspace w, String verb, EntryEvent event) {
    return switch (event) {
      case EntryEvent.EntryPosted e -> about(w, verb, Ref.to(Ref.Kind.ENTRY, e.id()), e.parent());
      case EntryEvent.EntryImported e -> about(w, verb, Ref.to(Ref.Kind.ENTRY, e.id()), e.parent());
    };
  }

  private static EventDescription issue(Workspace w, String verb, IssueEvent event, Instant at) {
    return switch (event) {
      case IssueEvent.TrackerOpened e -> about(w, verb, Ref.to(Ref.Kind.TRACKER, e.key()), null);
      case IssueEvent.IssueOpened e ->
          about(w, verb, Ref.to(Ref.Kind.ISSUE, e.id()), Ref.to(Ref.Kind.TRACKER, e.tracker()));
      case IssueEvent.IssueEdited e -> about(w, verb, Ref.to(Ref.Kind.ISSUE, e.id()), null);
      case IssueEvent.IssueClosed e -> about(w, verb, Ref.to(Ref.Kind.ISSUE, e.id()), null);
      case IssueEvent.IssueReopened e -> about(w, verb, Ref.to(Ref.Kind.ISSUE, e.id()), null);
      case IssueEvent.TrackerArranged e -> about(w, verb, Ref.to(Ref.Kind.TRACKER, e.key()), null);
      case IssueEvent.IssueWatched e -> about(w, verb, Ref.to(Ref.Kind.ISSUE, e.id()), null);
      case IssueEvent.IssueQuieted e -> about(w, verb, Ref.to(Ref.Kind.ISSUE, e.id()), null);
      case IssueEvent.IssueUnwatched e -> about(w, verb, Ref.to(Ref.Kind.ISSUE, e.id()), null);
      case IssueEvent.IssueRelated e -> related(w, verb, e.relation());
      case IssueEvent.IssueUnrelated e -> related(w, verb, e.relation());
      case IssueEvent.ViewSaved e ->
          view(w, verb, e.tracker(), e.audience(), e.saved() == null ? at : e.saved());
      case IssueEvent.ViewRemoved e -> view(w, verb, e.tracker(), e.audience(), e.saved());
    };
  }

  /** Told of its tracker, to those who find the view there and to nobody else. */
  private static EventDescription view(
      Workspace w, String verb, String tracker, Audience audience, Instant at) {
    EventDescription place = about(w, verb, Ref.to(Ref.Kind.TRACKER, tracker), null);
    return new EventDescription(verb, place.ref(), null, place.scope().holds(audience, at));
  }

  /** A company's own matter, no matter who reads what becomes of it. */
  private static EventDescription draft(String verb, DraftEvent event, Instant at) {
    return new EventDescription(
        verb,
        Ref.to(Ref.Kind.ORGANISATION, event.company()),
        null,
        HERE.holds(Audience.companyOnly(event.company()), at));
  }

  /** Told to those who can read both ends. */
  private static EventDescription related(Workspace w, String verb, Relation relation) {
    EventDescription one = about(w, verb, relation.from(), null);
    Scope other = w.scopeOf(relation.to()).orElseThrow();
    return new EventDescription(verb, one.ref(), null, one.scope().and(other));
  }

  private static EventDescription update(Workspace w, String verb, UpdateEvent event) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e -> about(w, verb, Ref.to(Ref.Kind.UPDATE, e.id()), null);
      case UpdateEvent.UpdatePassedOn e -> about(w, verb, Ref.to(Ref.Kind.UPDATE, e.id()), null);
      case UpdateEvent.UpdateCorrected e -> about(w, verb, Ref.to(Ref.Kind.UPDATE, e.id()), null);
      case UpdateEvent.StageReached e -> about(w, verb, Ref.to(Ref.Kind.UPDATE, e.id()), null);
      case UpdateEvent.UpdateRetracted e -> about(w, verb, Ref.to(Ref.Kind.UPDATE, e.id()), null);
      case UpdateEvent.UpdateAcknowledged e ->
          about(w, verb, Ref.to(Ref.Kind.UPDATE, e.id()), null);
      // known to the person who reads the entry that asks or answers
      case UpdateEvent.QuestionAsked e -> by(w, verb, e.update(), e.entry());
      case UpdateEvent.QuestionAnswered e -> by(w, verb, e.update(), e.entry());
    };
  }

  private static EventDescription by(Workspace w, String verb, String update, String entry) {
    Scope scope = scopeOf(w, Ref.to(Ref.Kind.ENTRY, entry)).orElseThrow();
    return new EventDescription(verb, Ref.to(Ref.Kind.UPDATE, update), null, scope);
  }

  private static EventDescription action(Workspace w, String verb, ActionEvent event) {
    return switch (event) {
      case ActionEvent.ActionPlanned e -> about(w, verb, Ref.to(Ref.Kind.ACTION, e.id()), null);
      case ActionEvent.ActionEdited e -> about(w, verb, Ref.to(Ref.Kind.ACTION, e.id()), null);
      case ActionEvent.Committed e -> about(w, verb, Ref.to(Ref.Kind.ACTION, e.action()), null);
      case ActionEvent.ActionDetailed e -> about(w, verb, Ref.to(Ref.Kind.ACTION, e.id()), null);
      case ActionEvent.Answered e -> about(w, verb, Ref.to(Ref.Kind.ACTION, e.action()), null);
      case ActionEvent.AttendanceNoted e ->
          about(w, verb, Ref.to(Ref.Kind.ACTION, e.action()), null);
      case ActionEvent.MinutesWritten e ->
          about(w, verb, Ref.to(Ref.Kind.ACTION, e.action()), null);
      case ActionEvent.ReplyRecorded e -> about(w, verb, Ref.to(Ref.Kind.ACTION, e.action()), null);
      case ActionEvent.ReplyOverdue e -> about(w, verb, Ref.to(Ref.Kind.ACTION, e.action()), null);
      case ActionEvent.Reminded e -> about(w, verb, Ref.to(Ref.Kind.ACTION, e.action()), null);
      case ActionEvent.Embargoed e -> about(w, verb, Ref.to(Ref.Kind.ACTION, e.action()), null);
    };
  }

  private static EventDescription letter(Workspace w, String verb, LetterEvent event) {
    return switch (event) {
      case LetterEvent.LetterHeld e -> about(w, verb, Ref.to(Ref.Kind.HOLD, e.id()), null);
      case LetterEvent.HoldApproved e -> about(w, verb, Ref.to(Ref.Kind.HOLD, e.id()), null);
      case LetterEvent.HoldRefused e -> about(w, verb, Ref.to(Ref.Kind.HOLD, e.id()), null);
      case LetterEvent.HoldDiscarded e -> about(w, verb, Ref.to(Ref.Kind.HOLD, e.id()), null);
      case LetterEvent.HoldWithdrawn e -> about(w, verb, Ref.to(Ref.Kind.HOLD, e.id()), null);
      case LetterEvent.HoldExpired e -> about(w, verb, Ref.to(Ref.Kind.HOLD, e.id()), null);
      case LetterEvent.HoldReminded e -> about(w, verb, Ref.to(Ref.Kind.HOLD, e.id()), null);
      // anyone who posts there is told that a convenor reads it first
      case LetterEvent.ListRuled e -> about(w, verb, Ref.to(Ref.Kind.LIST, e.list()), null);
      case LetterEvent.ListStopped e -> about(w, verb, Ref.to(Ref.Kind.LIST, e.list()), null);
      case LetterEvent.SeatModerated e -> mail(w, verb, e.seat());
      case LetterEvent.LetterRefused e -> nobody(verb, e.letter());
      case LetterEvent.LetterPassedOn e -> nobody(verb, e.letter());
      case LetterEvent.LetterObeyed e -> nobody(verb, e.id());
      case LetterEvent.LetterTookBack e -> nobody(verb, e.letter());
      case LetterEvent.WordTaken e -> nobody(verb, e.by().value());
      case LetterEvent.LetterDropped e -> nobody(verb, e.letter());
    };
  }

  private static EventDescription nobody(String verb, String letter) {
    return new EventDescription(
        verb, Ref.to(Ref.Kind.HOLD, letter), null, Scope.place(Audience.named(List.of())));
  }

  private static EventDescription about(Workspace w, String verb, Ref ref, @Nullable Ref under) {
    Scope scope =
        scopeOf(w, ref)
            .orElseThrow(() -> new IllegalStateException("an event about nothing: " + verb));
    return new EventDescription(verb, ref, under, scope);
  }

  /** Where a thing stands now; empty if there is none. */
  static Optional<Scope> scopeOf(Workspace w, Ref ref) {
    return switch (ref.kind()) {
      case WORKSPACE, ORGANISATION, SEAT -> Optional.of(HERE);
      // a convenor decides on all that are open, whenever they came
      case INVITATION -> Optional.of(convenors(w, null));
      case LIST -> w.lists().list(ref.id()).map(l -> l.scope());
      case THREAD -> w.lists().thread(ref.id()).map(w.lists()::scope);
      case TRACKER -> w.issues().tracker(ref.id()).map(t -> t.scope());
      case ISSUE -> w.issues().find(ref.id()).map(w.issues()::scope);
      case UPDATE -> w.updates().find(ref.id()).map(u -> u.scope());
      case ACTION -> w.actions().find(ref.id()).map(a -> a.scope());
      case HOLD -> w.letters().find(ref.id()).map(h -> HeldLetters.scope(w, h));
      case ENTRY -> w.entries().find(ref.id()).flatMap(e -> scopeOf(w, e));
    };
  }

  private static Optional<Scope> scopeOf(Workspace w, Entry entry) {
    return scopeOf(w, entry.parent()).map(p -> p.holds(entry.audience(), entry.at()));
  }
}
