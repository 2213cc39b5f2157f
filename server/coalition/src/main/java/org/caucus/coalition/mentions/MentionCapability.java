package org.caucus.coalition.mentions;

import java.util.List;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.KnownTo;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/** Mentions: who is named after an {@code @} in what people say. */
public final class MentionCapability implements Capability<Members.Held, MentionEvent> {
  @Override
  public Class<MentionEvent> events() {
    return MentionEvent.class;
  }

  @Override
  public List<EventName<? extends MentionEvent>> names() {
    return List.of(
        EventName.of(
            "mention.made",
            MentionEvent.Mentioned.class,
            "of by",
            (e, out) -> out.put("whom", MentionPresenter.all(e.whom()))),
        EventName.of("mention.dismissed", MentionEvent.MentionDismissed.class, "of by"));
  }

  @Override
  public List<CommandFamily<? super Members.Held, ?>> commands() {
    return List.of(CommandFamily.of(MentionCommand.class, MentionDecider::decide));
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("messaging.notifications.rules.MentionedSeats", Facet.NOTIFIED)
        .in("coalition.mentions.MentionParser", Facet.MAILED)
        .in("coalition.mentions.MentionCapability", Facet.EXPORTED)
        .none(
            "It is a part of what was said, which is found, fed and dated.",
            Facet.SEARCHED,
            Facet.FED,
            Facet.DATED)
        .none("It happens when something is said.", Facet.SCHEDULED);
  }

  @Override
  public Slices evolve(Members.Held now, MentionEvent event, CommitTime commit) {
    return now.slices().with(Mentions.SLICE, Mentions.of(now).evolve(event, commit.at()));
  }

  /** Those who read the words know whom they mention; what waits for a seat is its own matter. */
  @Override
  public About about(Members.Held now, MentionEvent event, CommitTime commit) {
    return switch (event) {
      case MentionEvent.Mentioned e -> About.of(now, e.of(), null);
      case MentionEvent.MentionDismissed e ->
          About.of(Ref.to(Ref.Kind.SEAT, e.by().value()), KnownTo.seat(e.by()));
    };
  }

  @Override
  public @Nullable EventWords words(MentionEvent event) {
    return null;
  }

  @Override
  public boolean isPossibleWhenClosed(MentionEvent event) {
    return event instanceof MentionEvent.MentionDismissed;
  }

  @Override
  public boolean isAudited(MentionEvent event) {
    return false;
  }

  @Override
  public @Nullable Ref searched(MentionEvent event) {
    return null;
  }
}
