package org.caucus.operator.migration.workspace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.SeatPicture;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.drafts.DraftContent;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a workspace name that lies elsewhere: its names, its persons, its letters.
 * Gathered record by record, so that it needs no more room than they do.
 */
final class ReferencedRecords {
  private final Map<String, Ref> addresses = new LinkedHashMap<>();
  private final Map<SeatId, String> seats = new HashMap<>();
  private final Set<String> persons = new LinkedHashSet<>();
  private final Set<String> letters = new HashSet<>();
  private final Map<String, DraftContent> drafts = new HashMap<>();
  private final Map<SeatId, String> pictures = new HashMap<>();
  private String slug = "";
  private String name = "";

  void take(Commit commit) {
    for (Event event : commit.events()) {
      switch (event) {
        case MemberEvent e -> take(e);
        case ListEvent e -> take(e);
        case IssueEvent e -> take(e);
        case EntryEvent.EntryPosted e -> {
          letter(e.letter());
          e.attached().forEach(file -> letter(file.blob()));
        }
        case EntryEvent.EntryImported e -> letter(e.letter());
        case LetterEvent.LetterHeld e -> letter(e.letter());
        case UpdateEvent.UpdatePosted e -> letter(e.letter());
        case DraftEvent e -> take(e);
        default -> {} // what else there is hangs on these
      }
    }
  }

  private void take(MemberEvent event) {
    switch (event) {
      case MemberEvent.WorkspaceOpened e -> {
        slug = e.slug();
        name = e.name();
        addresses.put(e.slug(), Ref.to(Ref.Kind.WORKSPACE, e.slug()));
      }
      case MemberEvent.OrganisationAdded e -> {
        if (e.side() == Side.COMPANY) {
          addresses.put(
              MemberPresenter.updatesLocalPart(e.slug()), Ref.to(Ref.Kind.ORGANISATION, e.slug()));
        }
      }
      case MemberEvent.SeatTaken e -> {
        seats.put(e.seat(), e.person());
        persons.add(e.person());
      }
      case MemberEvent.SeatEnded e -> {
        seats.remove(e.seat());
        pictured(e.seat(), null);
      }
      case MemberEvent.PictureChanged e -> pictured(e.seat(), e.picture());
      // neither a name nor a seat came or went
      case MemberEvent.OrganisationProposed e -> {}
      case MemberEvent.ProposalDeclined e -> {}
      case MemberEvent.Invited e -> {}
      case MemberEvent.InvitationRevoked e -> {}
      case MemberEvent.InvitationOpened e -> {}
      case MemberEvent.InvitationReminded e -> {}
      case MemberEvent.RemindersSet e -> {}
      case MemberEvent.SeatWelcomed e -> {}
      case MemberEvent.RoleChanged e -> {}
      case MemberEvent.SeatHandedOver e -> {}
      case MemberEvent.RecordExported e -> {}
      case MemberEvent.RecoveryConfirmed e -> {}
      case MemberEvent.RecoveryAwaited e -> {}
      case MemberEvent.RecoveryCalledOff e -> {}
      case MemberEvent.SignInRuled e -> {}
      case MemberEvent.ProfileChanged e -> {}
      case MemberEvent.WorkspaceDescribed e -> name = e.name();
      case MemberEvent.DefaultAudienceSet e -> {}
      case MemberEvent.OrganisationDescribed e -> {}
    }
  }

  /** The bytes of a picture that is not shown any more may be gone. */
  private void pictured(SeatId seat, @Nullable SeatPicture now) {
    String before = now == null ? pictures.remove(seat) : pictures.put(seat, now.blob());
    if (before != null) {
      letters.remove(before);
    }
    if (now != null) {
      letter(now.blob());
    }
  }

  private void take(DraftEvent event) {
    switch (event) {
      case DraftEvent.UpdateDrafted e -> said(e.id(), e.said());
      case DraftEvent.DraftRevised e -> said(e.id(), e.said());
      case DraftEvent.DraftDiscarded e -> said(e.id(), null);
      case DraftEvent.DraftPublished e -> drafts.remove(e.id()); // its entry has its files
      case DraftEvent.DraftConfirmed e -> {}
      case DraftEvent.DraftReturned e -> {}
      case DraftEvent.DraftHeldBack e -> {}
      case DraftEvent.CompanyRuled e -> {}
    }
  }

  /** What a draft no longer has may be gone; but a letter is there for itself. */
  private void said(String draft, @Nullable DraftContent now) {
    DraftContent before = drafts.remove(draft);
    if (before != null) {
      before.files().stream().filter(f -> !f.isOfLetter()).forEach(f -> letters.remove(f.blob()));
    }
    if (now != null) {
      drafts.put(draft, now);
      now.files().forEach(file -> letter(file.blob()));
    }
  }

  private void take(ListEvent event) {
    switch (event) {
      case ListEvent.ListOpened e -> addresses.put(e.localPart(), Ref.to(Ref.Kind.LIST, e.slug()));
      case ListEvent.ThreadStarted e -> {}
      case ListEvent.ThreadImported e -> {}
      case ListEvent.ThreadChange e -> {}
      case ListEvent.ImportBegun e -> {}
      case ListEvent.DeliverySet e -> {}
      case ListEvent.DeliveryChosen e -> {}
      case ListEvent.PersonalMailChosen e -> {}
      case ListEvent.ThingChosen e -> {}
      case ListEvent.ListStyled e -> {}
      case ListEvent.ListDescribed e -> {}
      case ListEvent.PrivacyChosen e -> {}
      case ListEvent.MailSuspended e -> {}
      case ListEvent.MailResumed e -> {}
      case ListEvent.DepartureHinted e -> {}
      case ListEvent.MailContentSet e -> {}
    }
  }

  private void take(IssueEvent event) {
    switch (event) {
      case IssueEvent.TrackerOpened e ->
          addresses.put(e.localPart(), Ref.to(Ref.Kind.TRACKER, e.key()));
      case IssueEvent.IssueOpened e -> {}
      case IssueEvent.IssueEdited e -> {}
      case IssueEvent.IssueClosed e -> {}
      case IssueEvent.IssueReopened e -> {}
      case IssueEvent.TrackerArranged e -> {}
      case IssueEvent.TrackerDescribed e -> {}
      case IssueEvent.IssueWatched e -> {}
      case IssueEvent.IssueQuieted e -> {}
      case IssueEvent.IssueUnwatched e -> {}
      case IssueEvent.IssueRelated e -> {}
      case IssueEvent.IssueUnrelated e -> {}
      case IssueEvent.ViewSaved e -> {}
      case IssueEvent.ViewRemoved e -> {}
    }
  }

  private void letter(@Nullable EntryLetter letter) {
    letter(letter == null ? null : letter.blob());
  }

  private void letter(@Nullable String blob) {
    if (blob != null) {
      letters.add(blob);
    }
  }

  /** A letter was found; what is left in the end is missing. */
  void found(String blob) {
    letters.remove(blob);
  }

  /** How many letters the records name that were not found. */
  int missing() {
    return letters.size();
  }

  String slug() {
    return slug;
  }

  String name() {
    return name;
  }

  /** What stands before the @ of its addresses, and what each belongs to. */
  Map<String, Ref> addresses() {
    return addresses;
  }

  /** All who have or had a seat. */
  Set<String> persons() {
    return persons;
  }

  /** All who have one. */
  Set<String> seated() {
    return Set.copyOf(seats.values());
  }
}
