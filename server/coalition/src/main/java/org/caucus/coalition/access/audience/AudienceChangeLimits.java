package org.caucus.coalition.access.audience;

import java.util.List;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceChangePreview.Kind;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What a change of audience must keep to; each refusal names the way out. */
final class AudienceChangeLimits {
  /** Most times one thing can be widened: each leaves a time in its past with its own readers. */
  static final int MAX_WIDENINGS = 20;

  private final AudienceHistory.Held state;
  private final Access access;
  private final AudienceSubject thing;
  private final Audience to;

  private AudienceChangeLimits(AudienceHistory.Held state, AudienceSubject thing, Audience to) {
    this.state = state;
    this.access = state.access();
    this.thing = thing;
    this.to = to;
  }

  /** Which way it goes, if it may. */
  static Kind check(AudienceHistory.Held state, AudienceSubject thing, Audience to, SeatId asker) {
    AudienceChangeLimits limits = new AudienceChangeLimits(state, thing, to);
    limits.access.mustBeKnown(to);
    Kind kind = limits.kind();
    AudienceChangeRights.must(state, asker, thing, kind != Kind.NARROW);
    limits.withinContainer();
    limits.withAuthorInside(asker);
    switch (kind) {
      case WIDEN -> limits.notTooOften();
      case NARROW -> limits.withDuties();
      case RELEASE -> limits.afterWhatItAnswers();
    }
    return kind;
  }

  private Kind kind() {
    Scope from = Scope.place(thing.audience());
    if (to.equals(thing.audience())) {
      throw Refusal.conflict("It has this audience already. There is nothing to change.");
    }
    if (access.within(to, from)) {
      return Kind.NARROW;
    }
    if (!access.within(thing.audience(), Scope.place(to))) {
      throw Refusal.invalid(
          "to",
          "Some would gain and some would lose at once. Narrow it first to those who stay; then"
              + " widen it to those who come.");
    }
    return thing.ref().kind() == Ref.Kind.ENTRY ? Kind.RELEASE : Kind.WIDEN;
  }

  /** R2. */
  private void withinContainer() {
    if (access.within(to, thing.container())) {
      return;
    }
    String ceiling = MemberPresenter.label(state.members(), thing.container().audience());
    String way =
        thing.ref().kind() == Ref.Kind.ENTRY
            ? ". An entry goes no further than what it hangs on; widen that first, or say it again"
                + " elsewhere."
            : ". It can go no further there. A convenor can raise that ceiling first, or you can"
                + " start it anew in a place with a wider one.";
    String ceilingIs = "What this is in is for: " + ceiling;
    throw Refusal.invalid("to", ceilingIs + way);
  }

  private void withAuthorInside(SeatId asker) {
    Scope after = Scope.place(to);
    if (!access.canRead(asker, after)) {
      throw Refusal.invalid(
          "to", "You would not be able to read this yourself. Include your own side.");
    }
    Seat author = thing.author() == null ? null : holder(thing.author());
    if (author != null && author.active() && !access.canRead(author.id(), after)) {
      throw Refusal.invalid(
          "to",
          author.name()
              + " wrote this and would be shut out of it. Start it anew for fewer people instead.");
    }
  }

  /** Who has the place of a seat now (R6). */
  private @Nullable Seat holder(SeatId seat) {
    return state.members().seats().get(state.members().heir(seat));
  }

  private void notTooOften() {
    if (state.audiences().widenings(thing.ref()) >= MAX_WIDENINGS) {
      throw Refusal.conflict(
          "This was widened " + MAX_WIDENINGS + " times already. Start it anew instead.");
    }
  }

  /** R7: anyone who has a duty in it must be able to read it. */
  private void withDuties() {
    List<String> outside =
        thing.on().stream()
            .map(this::holder)
            .filter(s -> s != null && s.active() && !access.canRead(s.id(), thing.with(to)))
            .map(Seat::name)
            .toList();
    if (!outside.isEmpty()) {
      throw Refusal.invalid(
          "to",
          String.join(", ", outside)
              + " would be outside and has a duty in it. Give that to someone who stays first.");
    }
  }

  /** R3: an answer is never wider than what it answers, which it may quote. */
  private void afterWhatItAnswers() {
    Entry entry = state.entries().find(thing.ref().id()).orElseThrow();
    boolean ahead =
        entry.answers() != null
            && state
                .entries()
                .find(entry.answers())
                .filter(a -> !access.within(to, Scope.place(a.audience())))
                .isPresent();
    if (ahead) {
      throw Refusal.conflict(
          "This answers an entry that is closed to some of them, and may quote it. That one has"
              + " to be released first, by its own author.");
    }
  }
}
