package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.closing.ClosingCapability;
import org.caucus.coalition.access.closing.ClosingEvent;
import org.caucus.coalition.access.membership.MemberCapability;
import org.caucus.coalition.access.viewas.ViewAsCapability;
import org.caucus.coalition.access.viewas.ViewAsEvent;
import org.caucus.coalition.actions.ActionCapability;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.entries.EntryCapability;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.instruments.InstrumentCapability;
import org.caucus.coalition.instruments.InstrumentEvent;
import org.caucus.coalition.lists.ListCapability;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.mentions.MentionCapability;
import org.caucus.coalition.mentions.MentionEvent;
import org.caucus.coalition.moderation.LetterCapability;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.polls.PollCapability;
import org.caucus.coalition.polls.PollEvent;
import org.caucus.coalition.reactions.ReactionCapability;
import org.caucus.coalition.reactions.ReactionEvent;
import org.caucus.coalition.reviews.ReviewCapability;
import org.caucus.coalition.reviews.ReviewEvent;
import org.caucus.coalition.revisions.RevisionCapability;
import org.caucus.coalition.revisions.RevisionEvent;
import org.caucus.coalition.trackers.IssueCapability;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.UpdateCapability;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.drafts.DraftCapability;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The capabilities of the house: each keeps the contract, and together they leave nothing out. */
class CapabilitiesTest {
  @Test
  void eachKindOfThingBelongsToOne() {
    assertThat(Capabilities.ALL.stream().flatMap(c -> c.kinds().stream()))
        .containsExactlyInAnyOrder(Ref.Kind.values());
  }

  @Test
  void noTwoGiveTheSameName() {
    assertThat(Capabilities.ALL.stream().flatMap(c -> c.names().stream()).map(EventName::name))
        .doesNotHaveDuplicates();
  }

  /** The contract below is kept by each that is in the list. */
  @Test
  void eachHasAContractHere() {
    Set<String> kept =
        Arrays.stream(CapabilitiesTest.class.getDeclaredClasses())
            .map(c -> c.getSimpleName().replace("Contract", "Capability"))
            .collect(Collectors.toSet());

    assertThat(Capabilities.ALL.stream().map(c -> c.getClass().getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(kept);
  }

  /** What is said of histories is said of something: most families have events in them. */
  @Test
  void theHistoriesHoldEventsOfMostFamilies() {
    Workspace now = new LetterContract().played(11);
    List<Class<? extends Event>> absent =
        Capabilities.ALL.stream()
            .<Class<? extends Event>>map(Capability::events)
            .filter(family -> CapabilityContract.events(now, family).isEmpty())
            .toList();

    assertThat(absent).as("families without an event").hasSizeLessThanOrEqualTo(2);
  }

  @Nested
  class MemberContract extends CapabilityContract<MemberEvent> {
    @Override
    Capability<? super Workspace, MemberEvent> capability() {
      return new MemberCapability();
    }
  }

  @Nested
  class ViewAsContract extends CapabilityContract<ViewAsEvent> {
    @Override
    Capability<? super Workspace, ViewAsEvent> capability() {
      return new ViewAsCapability();
    }
  }

  @Nested
  class EntryContract extends CapabilityContract<EntryEvent> {
    @Override
    Capability<? super Workspace, EntryEvent> capability() {
      return new EntryCapability();
    }
  }

  @Nested
  class MentionContract extends CapabilityContract<MentionEvent> {
    @Override
    Capability<? super Workspace, MentionEvent> capability() {
      return new MentionCapability();
    }
  }

  @Nested
  class ListContract extends CapabilityContract<ListEvent> {
    @Override
    Capability<? super Workspace, ListEvent> capability() {
      return new ListCapability();
    }
  }

  @Nested
  class IssueContract extends CapabilityContract<IssueEvent> {
    @Override
    Capability<? super Workspace, IssueEvent> capability() {
      return new IssueCapability();
    }
  }

  @Nested
  class UpdateContract extends CapabilityContract<UpdateEvent> {
    @Override
    Capability<? super Workspace, UpdateEvent> capability() {
      return new UpdateCapability();
    }
  }

  @Nested
  class DraftContract extends CapabilityContract<DraftEvent> {
    @Override
    Capability<? super Workspace, DraftEvent> capability() {
      return new DraftCapability();
    }
  }

  @Nested
  class ActionContract extends CapabilityContract<ActionEvent> {
    @Override
    Capability<? super Workspace, ActionEvent> capability() {
      return new ActionCapability();
    }
  }

  @Nested
  class PollContract extends CapabilityContract<PollEvent> {
    @Override
    Capability<? super Workspace, PollEvent> capability() {
      return new PollCapability();
    }
  }

  @Nested
  class ReviewContract extends CapabilityContract<ReviewEvent> {
    @Override
    Capability<? super Workspace, ReviewEvent> capability() {
      return new ReviewCapability();
    }
  }

  @Nested
  class InstrumentContract extends CapabilityContract<InstrumentEvent> {
    @Override
    Capability<? super Workspace, InstrumentEvent> capability() {
      return new InstrumentCapability();
    }
  }

  @Nested
  class ReactionContract extends CapabilityContract<ReactionEvent> {
    @Override
    Capability<? super Workspace, ReactionEvent> capability() {
      return new ReactionCapability();
    }
  }

  @Nested
  class ClosingContract extends CapabilityContract<ClosingEvent> {
    @Override
    Capability<? super Workspace, ClosingEvent> capability() {
      return new ClosingCapability();
    }
  }

  @Nested
  class RevisionContract extends CapabilityContract<RevisionEvent> {
    @Override
    Capability<? super Workspace, RevisionEvent> capability() {
      return new RevisionCapability();
    }
  }

  @Nested
  class LetterContract extends CapabilityContract<LetterEvent> {
    @Override
    Capability<? super Workspace, LetterEvent> capability() {
      return new LetterCapability();
    }
  }

  @Nested
  class AudienceContract extends CapabilityContract<AudienceEvent> {
    @Override
    Capability<? super Workspace, AudienceEvent> capability() {
      return new AudienceCapability();
    }
  }
}
