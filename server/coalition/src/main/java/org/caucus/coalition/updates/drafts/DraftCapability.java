package org.caucus.coalition.updates.drafts;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventExport;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.KnownTo;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/** Drafts of updates, on which a company agrees before anyone else reads them. */
public final class DraftCapability implements Capability<Updates.Held, DraftEvent> {
  /** For its company alone. */
  private static final String SAID =
      "company id said.kind said.stage said.withheld title:said.copiedTitle body:said.copiedBody"
          + " said.attribution said.audience said.by publishAt";

  @Override
  public Class<DraftEvent> events() {
    return DraftEvent.class;
  }

  @Override
  public List<EventName<? extends DraftEvent>> names() {
    return List.of(
        EventName.of(
            "update.drafted",
            DraftEvent.UpdateDrafted.class,
            SAID,
            (e, out) -> files(e.said(), out)),
        EventName.of(
            "draft.revised", DraftEvent.DraftRevised.class, SAID, (e, out) -> files(e.said(), out)),
        EventName.of("draft.returned", DraftEvent.DraftReturned.class, "company id note by"),
        EventName.of("draft.confirmed", DraftEvent.DraftConfirmed.class, "company id by"),
        EventName.of("draft.published", DraftEvent.DraftPublished.class, "company id update by"),
        EventName.of("draft.held-back", DraftEvent.DraftHeldBack.class, "company id why"),
        EventName.of("draft.discarded", DraftEvent.DraftDiscarded.class, "company id by"),
        EventName.of("company.ruled", DraftEvent.CompanyRuled.class, "company second by"));
  }

  /** By name; of what is off record not even that. */
  private static void files(DraftContent said, EventExport out) {
    if (said.withheld() == null && !said.files().isEmpty()) {
      out.put("files", EntryPresenter.files(said.files()));
    }
  }

  @Override
  public List<CommandFamily<? super Updates.Held, ?>> commands() {
    return List.of(CommandFamily.moderated(DraftCommand.class, DraftDecider::decide));
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.updates.drafts.DraftNotifications", Facet.NOTIFIED)
        .in("messaging.notifications.moderation.DraftMail", Facet.MAILED)
        .in("workspace.scheduled.ScheduledPublication", Facet.SCHEDULED)
        .in("coalition.updates.drafts.DraftCapability", Facet.EXPORTED)
        .none("A draft is for its company alone.", Facet.FED, Facet.DATED, Facet.SEARCHED);
  }

  @Override
  public NotificationFacet<Updates.Held, DraftEvent> notifications() {
    return new DraftNotifications();
  }

  @Override
  public Slices evolve(Updates.Held now, DraftEvent event, CommitTime commit) {
    return now.slices().with(Updates.SLICE, now.updates().evolve(event, commit.at()));
  }

  /** A company's own matter, no matter who reads what becomes of it. */
  @Override
  public About about(Updates.Held now, DraftEvent event, CommitTime commit) {
    return About.of(
        Ref.to(Ref.Kind.ORGANISATION, event.company()),
        KnownTo.WORKSPACE.holds(Audience.companyOnly(event.company()), commit.at()));
  }

  /** What is told of a draft is of its company; it has an id all the same. */
  @Override
  public String thing(DraftEvent event, About about) {
    return event.thing();
  }

  @Override
  public boolean isPossibleWhenClosed(DraftEvent event) {
    return event instanceof DraftEvent.DraftDiscarded || event instanceof DraftEvent.DraftHeldBack;
  }

  @Override
  public boolean isAudited(DraftEvent event) {
    return false;
  }

  @Override
  public @Nullable EventWords words(DraftEvent event) {
    return null;
  }

  @Override
  public @Nullable Ref searched(DraftEvent event) {
    return null;
  }
}
