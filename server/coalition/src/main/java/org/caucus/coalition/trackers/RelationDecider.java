package org.caucus.coalition.trackers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Decides what has to do with what, and who may know. Pure. */
final class RelationDecider {
  /** Most relations of an issue, of those that the person who adds one can see. */
  static final int MAX_RELATIONS = 100;

  private static final Set<Ref.Kind> EVIDENCE =
      Set.of(Ref.Kind.ISSUE, Ref.Kind.THREAD, Ref.Kind.ENTRY, Ref.Kind.UPDATE, Ref.Kind.ACTION);

  private RelationDecider() {}

  static List<Event> decide(
      Issues.Held state, IssueCommand.RelateIssue c, Ref issue, CommandContext act) {
    Ref to = target(state, c, act.by());
    Relation relation = new Relation(issue, c.kind(), to);
    if (to.equals(issue)) {
      throw Refusal.invalid("to", Message.of("an-issue-has-nothing-to-do"));
    }
    List<Relation> seen = visible(state, issue, act.by());
    if (!c.holds()) {
      Relation there =
          seen.stream().filter(r -> same(r, relation)).findFirst().orElseThrow(Refusal::absent);
      return List.of(new IssueEvent.IssueUnrelated(there));
    }
    if (seen.stream().anyMatch(r -> same(r, relation))) {
      throw Refusal.conflict(Message.of("this-is-said-already"));
    }
    Relation back = new Relation(to, c.kind(), issue);
    if (seen.contains(back)) {
      throw Refusal.conflict(Message.of("the-opposite-is-said-already-take"));
    }
    if (seen.size() >= MAX_RELATIONS) {
      throw Refusal.conflict(Message.of("an-issue-has-at-most-relations", "limit", MAX_RELATIONS));
    }
    return List.of(new IssueEvent.IssueRelated(relation));
  }

  /** Two issues that relate do so whichever is named first. */
  private static boolean same(Relation one, Relation other) {
    return one.equals(other)
        || (one.kind() == Relation.Kind.RELATES
            && other.kind() == Relation.Kind.RELATES
            && one.from().equals(other.to())
            && one.to().equals(other.from()));
  }

  private static Ref target(Issues.Held state, IssueCommand.RelateIssue c, SeatId reader) {
    Set<Ref.Kind> kinds =
        c.kind() == Relation.Kind.EVIDENCED_BY ? EVIDENCE : Set.of(Ref.Kind.ISSUE);
    if (!kinds.contains(c.to().kind())) {
      throw Refusal.invalid("to", Message.of("only-evidence-can-be-something-else"));
    }
    Optional<Ref> found =
        c.to().kind() == Ref.Kind.ISSUE
            ? state.issues().find(state.access(), reader, c.to().id()).map(Issue::ref)
            : Optional.of(c.to());
    return found
        .filter(ref -> reads(state, reader).test(ref))
        .orElseThrow(() -> Refusal.invalid("to", Message.of("there-is-nothing-of-this-name")));
  }

  private static Predicate<Ref> reads(Issues.Held state, SeatId reader) {
    Predicate<Scope> reads = state.access().asked(reader);
    return ref -> state.scopeOf(ref).filter(reads).isPresent();
  }

  /** The relations of a thing whose both ends this seat can read. */
  static List<Relation> visible(Issues.Held state, Ref end, SeatId reader) {
    Predicate<Ref> reads = reads(state, reader);
    return state.issues().relations(end).stream()
        .filter(r -> reads.test(r.from()) && reads.test(r.to()))
        .toList();
  }
}
