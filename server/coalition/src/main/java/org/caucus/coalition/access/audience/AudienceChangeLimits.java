package org.caucus.coalition.access.audience;

import java.util.List;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceChangePreview.Kind;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.Thread;
import org.caucus.kernel.Message;
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
    if (isConversation(state, thing.ref())) {
      throw Refusal.forbidden(Message.of("people-join-and-leave-a-conversation"));
    }
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

  private static boolean isConversation(AudienceHistory.Held state, Ref thing) {
    return thing.kind() == Ref.Kind.THREAD
        && state.lists().thread(thing.id()).filter(Thread::isConversation).isPresent();
  }

  private Kind kind() {
    Scope from = Scope.place(thing.audience());
    if (to.equals(thing.audience())) {
      throw Refusal.conflict(Message.of("it-has-this-audience-already-there"));
    }
    if (access.within(to, from)) {
      return Kind.NARROW;
    }
    if (!access.within(thing.audience(), Scope.place(to))) {
      throw Refusal.invalid("to", Message.of("some-would-gain-and-some-would"));
    }
    return thing.ref().kind() == Ref.Kind.ENTRY ? Kind.RELEASE : Kind.WIDEN;
  }

  /** R2. */
  private void withinContainer() {
    if (access.within(to, thing.container())) {
      return;
    }
    Message ceiling = MemberPresenter.name(state.members(), thing.container().audience());
    throw Refusal.invalid(
        "to",
        thing.ref().kind() == Ref.Kind.ENTRY
            ? Message.of("what-this-is-in-is-for-2", "audience", ceiling)
            : Message.of("what-this-is-in-is-for-3", "audience", ceiling));
  }

  private void withAuthorInside(SeatId asker) {
    Scope after = Scope.place(to);
    if (!access.canRead(asker, after)) {
      throw Refusal.invalid("to", Message.of("you-would-not-be-able-to"));
    }
    Seat author = thing.author() == null ? null : holder(thing.author());
    if (author != null && author.active() && !access.canRead(author.id(), after)) {
      throw Refusal.invalid(
          "to", Message.of("wrote-this-and-would-be-shut", "author", author.name()));
    }
  }

  /** Who has the place of a seat now (R6). */
  private @Nullable Seat holder(SeatId seat) {
    return state.members().seats().get(state.members().heir(seat));
  }

  private void notTooOften() {
    if (state.audiences().widenings(thing.ref()) >= MAX_WIDENINGS) {
      throw Refusal.conflict(
          Message.of("this-was-widened-times-already-start", "limit", MAX_WIDENINGS));
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
          "to", Message.of("would-be-outside-and-has-a", "people", String.join(", ", outside)));
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
      throw Refusal.conflict(Message.of("this-answers-an-entry-that-is"));
    }
  }
}
