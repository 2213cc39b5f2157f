package org.caucus.coalition.moderation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.ChangedThings;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.KnownTo;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/** Letters: which are held for somebody's decision, and what became of each. */
public final class LetterCapability implements Capability<HeldLetters.Held, LetterEvent> {
  @Override
  public Class<LetterEvent> events() {
    return LetterEvent.class;
  }

  @Override
  public List<EventName<? extends LetterEvent>> names() {
    return List.of(
        EventName.of(
            "letter.held",
            LetterEvent.LetterHeld.class,
            "id list:address from:sender subject text reasons:inEnglish"),
        EventName.hidden("letter.unread", LetterEvent.LetterUnread.class),
        EventName.of("letter.approved", LetterEvent.HoldApproved.class, "id by"),
        EventName.of("letter.read-again", LetterEvent.HoldReadAgain.class, "id by"),
        EventName.of("letter.turned-away", LetterEvent.HoldRefused.class, "id by"),
        EventName.of("letter.discarded", LetterEvent.HoldDiscarded.class, "id by"),
        EventName.of("letter.withdrawn", LetterEvent.HoldWithdrawn.class, "id by"),
        EventName.of("letter.expired", LetterEvent.HoldExpired.class, "id"),
        EventName.of("letter.reminded", LetterEvent.HoldReminded.class, "id days"),
        EventName.of("list.ruled", LetterEvent.ListRuled.class, "list strangers proof by"),
        EventName.of("list.stopped", LetterEvent.ListStopped.class, "list on by"),
        EventName.of("seat.moderated", LetterEvent.SeatModerated.class, "seat on by"),
        EventName.hidden("letter.refused", LetterEvent.LetterRefused.class),
        EventName.hidden("letter.passed-on", LetterEvent.LetterPassedOn.class),
        EventName.hidden("letter.obeyed", LetterEvent.LetterObeyed.class),
        EventName.hidden("letter.word", LetterEvent.WordTaken.class),
        EventName.hidden("letter.took-back", LetterEvent.LetterTookBack.class),
        EventName.hidden("letter.dropped", LetterEvent.LetterDropped.class));
  }

  @Override
  public List<CommandFamily<? super HeldLetters.Held, ?>> commands() {
    return List.of(CommandFamily.of(LetterCommand.class, LetterDecider::decide));
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return Set.of(Ref.Kind.HOLD);
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.moderation.HeldMessageNotices", Facet.NOTIFIED)
        .in("messaging.inbound.InboundProcessor", Facet.MAILED)
        .in("messaging.moderation.ScheduledHoldReminders", Facet.SCHEDULED)
        .in("coalition.moderation.LetterCapability", Facet.EXPORTED)
        .none(
            "What is held is for those who decide about it.",
            Facet.FED,
            Facet.DATED,
            Facet.SEARCHED);
  }

  @Override
  public NotificationFacet<HeldLetters.Held, LetterEvent> notifications() {
    return new LetterNotifications();
  }

  @Override
  public List<MailFacet<? super HeldLetters.Held, ?>> mail() {
    return List.of(new ReplyMail(), new OrdersMail());
  }

  @Override
  public Slices evolve(HeldLetters.Held now, LetterEvent event, CommitTime commit) {
    return now.slices().with(HeldLetters.SLICE, now.letters().evolve(event, commit.at()));
  }

  @Override
  public About about(HeldLetters.Held now, LetterEvent event, CommitTime commit) {
    return switch (event) {
      case LetterEvent.LetterHeld e -> About.of(now, Ref.Kind.HOLD, e.id());
      case LetterEvent.HoldApproved e -> About.of(now, Ref.Kind.HOLD, e.id());
      case LetterEvent.HoldReadAgain e -> About.of(now, Ref.Kind.HOLD, e.id());
      case LetterEvent.HoldRefused e -> About.of(now, Ref.Kind.HOLD, e.id());
      case LetterEvent.HoldDiscarded e -> About.of(now, Ref.Kind.HOLD, e.id());
      case LetterEvent.HoldWithdrawn e -> About.of(now, Ref.Kind.HOLD, e.id());
      case LetterEvent.HoldExpired e -> About.of(now, Ref.Kind.HOLD, e.id());
      case LetterEvent.HoldReminded e -> About.of(now, Ref.Kind.HOLD, e.id());
      // anyone who posts there is told that a convenor reads it first
      case LetterEvent.ListRuled e -> About.of(now, Ref.Kind.LIST, e.list());
      case LetterEvent.ListStopped e -> About.of(now, Ref.Kind.LIST, e.list());
      case LetterEvent.SeatModerated e ->
          About.of(
              Ref.to(Ref.Kind.SEAT, e.seat().value()), KnownTo.seatAndConvenors(now, e.seat()));
      case LetterEvent.LetterUnread e -> nobodys(e.id());
      case LetterEvent.LetterRefused e -> nobodys(e.letter());
      case LetterEvent.LetterPassedOn e -> nobodys(e.letter());
      case LetterEvent.LetterObeyed e -> nobodys(e.id());
      case LetterEvent.LetterTookBack e -> nobodys(e.letter());
      case LetterEvent.WordTaken e -> nobodys(e.by().value());
      case LetterEvent.LetterDropped e -> nobodys(e.letter());
    };
  }

  private static About nobodys(String letter) {
    return About.of(Ref.to(Ref.Kind.HOLD, letter), KnownTo.nobody());
  }

  /** Those who would read what is held; that something was decided about it tells no words. */
  @Override
  public Scope readers(HeldLetters.Held now, LetterEvent event) {
    return event instanceof LetterEvent.LetterHeld e
        ? HeldLetters.readers(now, now.letters().find(e.id()).orElseThrow())
        : KnownTo.nobody();
  }

  @Override
  public @Nullable String messageId(LetterEvent event) {
    return switch (event) {
      case LetterEvent.LetterHeld e -> e.letter() == null ? null : e.letter().messageId();
      case LetterEvent.LetterObeyed e -> e.messageId();
      case LetterEvent.WordTaken e -> e.letter();
      case LetterEvent.LetterUnread e -> null;
      case LetterEvent.HoldApproved e -> null;
      case LetterEvent.HoldReadAgain e -> null;
      case LetterEvent.HoldRefused e -> null;
      case LetterEvent.HoldDiscarded e -> null;
      case LetterEvent.HoldWithdrawn e -> null;
      case LetterEvent.HoldExpired e -> null;
      case LetterEvent.HoldReminded e -> null;
      case LetterEvent.ListRuled e -> null;
      case LetterEvent.ListStopped e -> null;
      case LetterEvent.SeatModerated e -> null;
      case LetterEvent.LetterRefused e -> null;
      case LetterEvent.LetterPassedOn e -> null;
      case LetterEvent.LetterTookBack e -> null;
      case LetterEvent.LetterDropped e -> null;
    };
  }

  @Override
  public Optional<Scope> scopeOf(HeldLetters.Held now, Ref ref) {
    return now.letters().find(ref.id()).map(hold -> HeldLetters.scope(now, hold));
  }

  @Override
  public Optional<Item> find(HeldLetters.Held now, Ref ref) {
    return now.letters()
        .find(ref.id())
        .map(hold -> new HoldItem(hold, HeldLetters.scope(now, hold)));
  }

  @Override
  public void show(HeldLetters.Held now, Ref ref, ChangedThings out) {
    now.letters()
        .find(ref.id())
        .ifPresent(h -> out.add("holds", HoldPresenter.show(now, h, out.reader())));
  }

  @Override
  public String page(Ref ref) {
    return "holds/" + ref.id();
  }

  /** How a letter ends is always told; posted it is by the event of what it becomes. */
  @Override
  public boolean isPossibleWhenClosed(LetterEvent event) {
    return !(event instanceof LetterEvent.ListRuled
        || event instanceof LetterEvent.ListStopped
        || event instanceof LetterEvent.SeatModerated);
  }

  @Override
  public boolean isAudited(LetterEvent event) {
    return switch (event) {
      case LetterEvent.HoldApproved _,
          LetterEvent.HoldReadAgain _,
          LetterEvent.HoldRefused _,
          LetterEvent.HoldDiscarded _,
          LetterEvent.ListRuled _,
          LetterEvent.ListStopped _,
          LetterEvent.SeatModerated _ ->
          true;
      case LetterEvent.LetterHeld _,
          LetterEvent.LetterUnread _,
          LetterEvent.HoldWithdrawn _,
          LetterEvent.HoldExpired _,
          LetterEvent.HoldReminded _,
          LetterEvent.LetterRefused _,
          LetterEvent.LetterPassedOn _,
          LetterEvent.LetterObeyed _,
          LetterEvent.LetterTookBack _,
          LetterEvent.WordTaken _,
          LetterEvent.LetterDropped _ ->
          false;
    };
  }

  @Override
  public @Nullable EventWords words(LetterEvent event) {
    return null;
  }

  @Override
  public @Nullable Ref searched(LetterEvent event) {
    return null;
  }
}
