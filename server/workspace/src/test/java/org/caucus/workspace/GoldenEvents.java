package org.caucus.workspace;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.SeatPicture;
import org.caucus.coalition.access.SeatProfile;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.WorkingHours;
import org.caucus.coalition.access.WorkspaceProfile;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.closing.ClosingEvent;
import org.caucus.coalition.access.viewas.ViewAsEvent;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.subscriptions.ChannelChoice;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.coalition.lists.subscriptions.MailPause;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.coalition.mailcommands.CommandResult;
import org.caucus.coalition.mentions.Mention;
import org.caucus.coalition.mentions.MentionEvent;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.coalition.moderation.UnreadLetter;
import org.caucus.coalition.reactions.Reaction;
import org.caucus.coalition.reactions.ReactionEvent;
import org.caucus.coalition.revisions.RevisionEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.CustomFieldValue;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.drafts.DraftContent;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.StoredMessage;
import org.caucus.platform.spill.StoredText;

/** One believable event of each type, as the golden files hold them. */
public final class GoldenEvents {
  private static final SeatId AMINA = new SeatId("amina2seat7amina2seat7amin");
  private static final SeatId CHIKA = new SeatId("chika2seat7chika2seat7chik");

  private static final Entry.Attached REPORT =
      new Entry.Attached("blob4of7letterblob4of7lett", "report.pdf", "application/pdf", 182_044, 1);

  private static final StoredMessage REASON =
      StoredMessage.of(
          Message.of(
              "the-name-ends-in-but-what",
              "ending",
              "pdf",
              "named",
              Message.of("part.pdf-document"),
              "found",
              Message.of("part.with", "company", "Chirp")));

  private static final EntryLetter LETTER =
      new EntryLetter(
          "blob2of7letterblob2of7lett",
          "20260614.1@press.example",
          "desk@agency.example",
          false,
          List.of(new EntryLetter.Attachment(0, "memo.pdf", "application/pdf", 182_044)));

  private static final IssueFields FACETS =
      new IssueFields(
          IssueType.PROVISION_CONCERN,
          Priority.HIGH,
          List.of("takedown", "small platforms"),
          new Citation("Code of Practice, draft of June 2026", "Part I", "3(b)", "within 24 hours"),
          List.of(new ChecklistItem("Ask the two small platforms", true)),
          List.of(new CustomFieldValue("agency", "NITDA")));

  private static final Relation RELATION =
      new Relation(
          Ref.to(Ref.Kind.ISSUE, "issue2"),
          Relation.Kind.EVIDENCED_BY,
          Ref.to(Ref.Kind.UPDATE, "update2"));

  private GoldenEvents() {}

  /** A reason in words that never change. */
  private static StoredMessage asWritten(String words) {
    return StoredMessage.of(Message.of("reasons.as-written", "text", words));
  }

  static Commit commit(Event event) {
    return new Commit(
        7,
        "commit2id7commit2id7commit",
        Instant.parse("2026-06-14T09:30:00.125Z"),
        AMINA,
        new IdempotencyKey("5f0c1f6e", "b1946ac92492d234"),
        List.of(event));
  }

  /** One of each type. */
  public static List<Event> all() {
    return Stream.of(
            members(),
            places(),
            issues(),
            GoldenViews.all(),
            others(),
            GoldenActions.all(),
            GoldenPolls.all(),
            GoldenInstruments.all(),
            GoldenReviews.all(),
            reactions(),
            revisions(),
            closing(),
            moderation(),
            audiences())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Event> members() {
    return List.of(
        new MemberEvent.WorkspaceOpened("cop", "Code of Practice"),
        new MemberEvent.OrganisationAdded(
            "chirp", "Chirp", Side.COMPANY, MemberEvent.History.FROM_JOINING),
        new MemberEvent.Invited(
            "invitation2",
            "chika@chirp.example",
            "Chika",
            "chirp",
            Role.LIAISON,
            AMINA,
            null,
            null,
            new Invitation.Sending(true, false),
            "invitation1"),
        new MemberEvent.InvitationOpened("invitation2"),
        new MemberEvent.InvitationReminded("invitation2", AMINA),
        new MemberEvent.RemindersSet("invitation2", false, AMINA),
        new MemberEvent.InvitationRevoked("invitation2"),
        new MemberEvent.SeatTaken(
            CHIKA, "person2of7chika", "Chika", "chirp", Role.LIAISON, "invitation2", AMINA),
        new MemberEvent.SeatWelcomed(CHIKA),
        new MemberEvent.ProfileChanged(
            CHIKA,
            "Chika Obi",
            "Chika",
            new SeatProfile(
                "Public policy",
                "CHEE-ka",
                List.of("en", "ig"),
                new WorkingHours(
                    540, 1020, List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), "Africa/Lagos"))),
        new MemberEvent.PictureChanged(
            CHIKA,
            new SeatPicture(
                "picture2blob7picture2blob7", "image/webp", 2_345, "0123456789abcdef0123")),
        new MemberEvent.SeatEnded(CHIKA),
        new MemberEvent.OrganisationProposed(
            "vista", "Vista", Side.COMPANY, MemberEvent.History.FROM_JOINING, AMINA),
        new MemberEvent.ProposalDeclined("vista", AMINA),
        new MemberEvent.RoleChanged(CHIKA, Role.OBSERVER),
        new MemberEvent.SeatHandedOver(CHIKA, AMINA),
        new MemberEvent.RecordExported(CHIKA, MemberEvent.Export.AUDIT),
        new MemberEvent.RecoveryConfirmed(CHIKA, AMINA),
        new MemberEvent.RecoveryAwaited(CHIKA, Instant.parse("2026-06-16T09:00:00Z")),
        new MemberEvent.RecoveryCalledOff(CHIKA),
        new MemberEvent.SignInRuled(true, AMINA),
        new MemberEvent.WorkspaceDescribed(
            "Code of Practice 2026",
            "Code of Practice",
            "One answer to the draft code.",
            "Read the memo first.",
            List.of("en", "ha"),
            AMINA),
        new MemberEvent.DefaultAudienceSet(WorkspaceProfile.DefaultAudience.EVERYONE, AMINA),
        new MemberEvent.OrganisationDescribed(
            "chirp", "Chirp Africa", "Chirp", "The short message service.", CHIKA));
  }

  private static List<Event> places() {
    return List.of(
        new ListEvent.ListOpened(
            "coalition",
            "Coalition",
            "All of us",
            "coalition",
            Audience.everyone(),
            ListPrivacy.USUAL),
        new ListEvent.ThreadStarted(
            "thread2", "coalition", "Joint call", Audience.withCompany("chirp"), AMINA),
        new ListEvent.ThreadRenamed("thread2", "Call of 3 July", "Joint call", AMINA, AMINA),
        new ListEvent.ThreadPinned("thread2", AMINA),
        new ListEvent.ThreadUnpinned("thread2", AMINA),
        new ListEvent.ThreadLocked("thread2", AMINA),
        new ListEvent.ThreadUnlocked("thread2", AMINA),
        new ListEvent.ConversationLeft("thread2", AMINA),
        new ListEvent.ThreadMoved("thread2", "civil", "coalition", AMINA, AMINA),
        new ListEvent.ThreadSplit(
            "thread4",
            "thread2",
            "coalition",
            "Who speaks first",
            Audience.civilSociety(),
            AMINA,
            List.of("entry2", "entry4"),
            AMINA),
        new ListEvent.ThreadMerged("thread4", "thread2", List.of("entry2", "entry4"), AMINA),
        new ListEvent.ThreadUnmerged(
            "thread4", "thread2", Audience.civilSociety(), List.of("entry2"), AMINA),
        new ListEvent.ImportBegun("import2", "coalition", "mboxrd", Audience.civilSociety(), AMINA),
        new ListEvent.ThreadImported(
            "thread3",
            "coalition",
            "Comments on the first draft",
            Audience.civilSociety(),
            AMINA,
            Instant.parse("2022-06-14T08:00:00Z")),
        new EntryEvent.EntryImported(
            "entry3",
            Ref.to(Ref.Kind.THREAD, "thread3"),
            "entry2",
            AMINA,
            Audience.civilSociety(),
            Instant.parse("2022-06-15T10:20:00Z"),
            "The comment period ends before the draft can be read.",
            LETTER,
            List.of("20220614.1@press.example"),
            "From desk@agency.example Wed Jun 15 10:20:00 2022"),
        new EntryEvent.EntryPosted(
            "entry2",
            Ref.to(Ref.Kind.THREAD, "thread2"),
            "entry1",
            CHIKA,
            Audience.named(List.of(AMINA, CHIKA)),
            "The removal notice within 24 hours is too short.\nWe said so in the memo.",
            Channel.MAIL,
            LETTER,
            List.of(
                new Entry.Attached("blob3of7uploadblob3of7uplo", "map.png", "image/png", 48_123),
                REPORT)),
        new MentionEvent.Mentioned(
            Ref.to(Ref.Kind.ENTRY, "entry2"),
            CHIKA,
            List.of(
                new Mention(Mention.Kind.PERSON, AMINA.value(), "Amina", true),
                new Mention(Mention.Kind.GROUP, Mention.CIVIL, "civil society", false))),
        new MentionEvent.MentionDismissed(Ref.to(Ref.Kind.ENTRY, "entry2"), AMINA),
        new ListEvent.MailContentSet(
            MailContent.of(
                MailContent.Mode.SENSITIVE, List.of("CIVIL_SOCIETY"), MailContent.Waits.ACROSS),
            AMINA),
        new IssueEvent.TrackerOpened("COP", "Provisions", "provisions", Audience.civilSociety()),
        new ListEvent.DeliveryChosen(
            CHIKA,
            "coalition",
            new DeliveryPreference(
                Delivery.MIME_DIGEST,
                true,
                false,
                true,
                new MailPause(morningOf(1), morningOf(9)))),
        new ListEvent.PersonalMailChosen(
            CHIKA,
            new PersonalMailSettings(
                    ZoneId.of("Africa/Lagos"), false, new MailPause(morningOf(1), morningOf(2)))
                .hearing(
                    List.of(new ChannelChoice(NotificationReason.NEW, NotificationChannel.DIGEST)))
                .weekly(List.of(WeeklyMailing.UPDATES))),
        new ListEvent.ThingChosen(CHIKA, Ref.to(Ref.Kind.THREAD, "thread2"), ThreadPreference.MUTE),
        new ListEvent.ListStyled(
            "coalition",
            new ListStyle(
                "[COP]",
                ListStyle.Answers.LIST,
                "Code of Practice",
                MailContent.Waits.NONE,
                new ListStyle.Files(2_048),
                ListStyle.Edits.NEXT),
            AMINA),
        new ListEvent.ListDescribed(
            "coalition", "Whole coalition", "Coalition", "All of us, and the platforms", AMINA),
        new IssueEvent.TrackerDescribed(
            "COP", "Draft code", "Provisions", "What we ask to be changed", AMINA),
        new ListEvent.PrivacyChosen(
            "coalition",
            new ListPrivacy(
                ListPrivacy.Addresses.HIDDEN_WITH_COMPANIES,
                ListPrivacy.Remote.REMOVED,
                ListPrivacy.Signed.HELD),
            AMINA),
        new ListEvent.MailSuspended(CHIKA),
        new ListEvent.MailResumed(CHIKA),
        new ListEvent.DepartureHinted(CHIKA));
  }

  private static List<Event> issues() {
    return List.of(
        new IssueEvent.IssueOpened(
            "issue2",
            "COP-CS-3",
            "COP",
            "Removal within 24 hours",
            "Too short.",
            "Part I, 3",
            List.of(AMINA),
            LocalDate.parse("2026-07-15"),
            Audience.civilSociety(),
            AMINA,
            FACETS),
        new IssueEvent.IssueQuieted("issue2", AMINA),
        new IssueEvent.IssueEdited(
            "issue2",
            null,
            StoredText.of("Too short for small platforms."),
            null,
            IssueState.WAITING,
            List.of(AMINA),
            true,
            null,
            new IssuePatch(
                null, Priority.LOW, List.of(), new Citation("", "", "", ""), null, null)),
        new IssueEvent.IssueWatched("issue2", CHIKA),
        new IssueEvent.IssueUnwatched("issue2", CHIKA),
        new IssueEvent.IssueRelated(RELATION),
        new IssueEvent.IssueUnrelated(RELATION),
        new IssueEvent.IssueClosed("issue2", IssueState.DECLINED),
        new IssueEvent.IssueReopened("issue2"));
  }

  private static List<Event> others() {
    return List.of(
        new UpdateEvent.UpdatePosted(
            "update2",
            "chirp",
            Update.Kind.REQUEST,
            Update.Stage.DECIDED,
            "Notice period",
            "We ask for 72 hours.",
            Update.Attribution.OFF_RECORD,
            Audience.companyOnly("chirp"),
            CHIKA,
            Channel.WEB,
            null,
            new UpdateReferences(
                "Part I, 3",
                List.of(Ref.to(Ref.Kind.ISSUE, "issue2"), Ref.to(Ref.Kind.ACTION, "action2")),
                LocalDate.parse("2026-12-01"))),
        new UpdateEvent.UpdatePassedOn("update2", AMINA),
        new UpdateEvent.UpdateCorrected(
            "update2",
            Update.Kind.POSITION,
            "Notice period",
            "We ask for 48 hours.",
            Update.Attribution.BACKGROUND,
            "The number was wrong.",
            CHIKA),
        new UpdateEvent.StageReached("update2", Update.Stage.DONE, "It is in our rules.", CHIKA),
        new UpdateEvent.UpdateRetracted("update2", "It was not decided yet.", CHIKA),
        new UpdateEvent.UpdateAcknowledged("update2", "harbour", AMINA),
        new DraftEvent.UpdateDrafted(
            "draft2",
            "chirp",
            new DraftContent(
                Update.Kind.ACTION,
                Update.Stage.DECIDED,
                "Appeals",
                "Within 48 hours.",
                Update.Attribution.ON_RECORD,
                Audience.everyone(),
                new UpdateReferences("Part I, 4", List.of(), null),
                CHIKA,
                Channel.WEB,
                null),
            Instant.parse("2026-12-01T08:00:00Z")),
        new DraftEvent.DraftRevised(
            "draft2",
            "chirp",
            new DraftContent(
                Update.Kind.ACTION,
                Update.Stage.DECIDED,
                "Appeals",
                "Within 24 hours.",
                Update.Attribution.ON_RECORD,
                Audience.everyone(),
                new UpdateReferences("Part I, 4", List.of(), null),
                CHIKA,
                Channel.WEB,
                REPORT.blob(),
                List.of(REPORT)),
            Instant.parse("2026-12-01T08:00:00Z")),
        new DraftEvent.DraftConfirmed("draft2", "chirp", CHIKA),
        new DraftEvent.DraftPublished("draft2", "chirp", "update3", CHIKA),
        new DraftEvent.DraftReturned("draft2", "chirp", "Say from which day on.", CHIKA),
        new DraftEvent.DraftHeldBack("draft2", "chirp", "Its author left.", REASON),
        new DraftEvent.DraftDiscarded("draft2", "chirp", CHIKA),
        new DraftEvent.CompanyRuled("chirp", true, CHIKA),
        new UpdateEvent.QuestionAsked("update2", "entry2", AMINA),
        new UpdateEvent.QuestionAnswered("update2", "entry2", "entry3", CHIKA),
        new ActionEvent.ActionPlanned(
            "action2",
            Action.Kind.PRESS_CONFERENCE,
            "Press conference",
            "In person",
            AMINA,
            morning(),
            "Abuja",
            Audience.everyone(),
            AMINA),
        new ActionEvent.ActionEdited(
            "action2",
            null,
            null,
            Action.State.DONE,
            null,
            morning(),
            null,
            StoredText.of("Nine outlets came")),
        new ActionEvent.Committed(
            "action2", "rights", Commitment.Answer.WILL, "two speakers", AMINA),
        new LetterEvent.LetterHeld(
            "hold2",
            new LetterReply(Ref.to(Ref.Kind.ISSUE, "issue2"), "entry2"),
            "cop+r.ticket@lists.example",
            "desk@agency.example",
            CHIKA,
            Hold.Awaits.SENDER,
            StoredText.of("Re: removal"),
            StoredText.of("We read it."),
            LETTER,
            List.of("It was not signed."),
            Audience.companyOnly("chirp"),
            true,
            null,
            List.of(asWritten("It was not signed."))),
        new LetterEvent.LetterUnread(
            "hold2",
            new UnreadLetter(
                Ref.to(Ref.Kind.LIST, "coalition"),
                "press",
                "192.0.2.7",
                "mx.agency.example",
                "desk@agency.example",
                Instant.parse("2026-06-14T09:29:00Z"),
                1)),
        new LetterEvent.HoldApproved("hold2", AMINA),
        new LetterEvent.HoldReadAgain("hold2", AMINA),
        new LetterEvent.HoldRefused(
            "hold2", AMINA, StoredText.of("Please write to the secretariat."), REASON),
        new LetterEvent.LetterRefused(
            "letter2",
            "coalition@lists.example",
            "desk@agency.example",
            StoredText.of("Hello"),
            List.of("Its sender has no seat here."),
            true,
            "hello-1@agency.example",
            List.of(asWritten("Its sender has no seat here."))),
        new LetterEvent.LetterPassedOn("letter4", CHIKA, AMINA, "blob2of7letterblob2of7lett"),
        new LetterEvent.LetterObeyed(
            "letter5",
            "coalition",
            "coalition+control@lists.example",
            "desk@agency.example",
            CHIKA,
            "orders.1@agency.example",
            List.of(
                new CommandResult("set coalition digest", null),
                new CommandResult(
                    StoredText.of("leaf coalition"),
                    "This is no order that is known here.",
                    REASON)),
            true),
        new LetterEvent.WordTaken(Ref.to(Ref.Kind.ACTION, "action2"), AMINA, "yes@rights.example"),
        new LetterEvent.LetterTookBack("letter5", Ref.to(Ref.Kind.ENTRY, "entry1"), AMINA),
        new LetterEvent.LetterDropped("letter3", "an automatic answer"));
  }

  private static List<Event> reactions() {
    Ref entry = Ref.to(Ref.Kind.ENTRY, "entry2");
    Audience readers = Audience.civilSociety();
    return List.of(
        new ReactionEvent.ReactionAdded(entry, Reaction.PLUS_ONE, readers, AMINA),
        new ReactionEvent.ReactionRemoved(entry, Reaction.PLUS_ONE, readers, AMINA));
  }

  private static List<Event> closing() {
    Ref list = Ref.to(Ref.Kind.LIST, "coalition");
    Ref whole = Ref.to(Ref.Kind.WORKSPACE, "cop");
    return List.of(
        new ClosingEvent.PlaceArchived(list, AMINA),
        new ClosingEvent.PlaceReopened(list, AMINA),
        new ClosingEvent.WorkspaceClosed(whole, AMINA),
        new ClosingEvent.WorkspaceReopened(whole, AMINA));
  }

  private static List<Event> revisions() {
    Audience readers = Audience.civilSociety();
    return List.of(
        new RevisionEvent.EntryEdited(
            "entry2", readers, StoredText.of("Within 48 hours"), List.of(CHIKA), true, AMINA),
        new RevisionEvent.EntryDeleted(
            "entry2",
            readers,
            RevisionEvent.Role.CONVENOR,
            StoredText.of("sent twice"),
            List.of(CHIKA),
            true,
            AMINA),
        new RevisionEvent.EntryRestored("entry2", readers, AMINA));
  }

  private static List<Event> moderation() {
    return List.of(
        new LetterEvent.HoldDiscarded("hold2", AMINA),
        new LetterEvent.HoldWithdrawn("hold2", CHIKA),
        new LetterEvent.HoldExpired("hold2"),
        new LetterEvent.HoldReminded("hold2", 7),
        new LetterEvent.ListRuled(
            "coalition", ModerationSettings.Strangers.REFUSE, ModerationSettings.Proof.ASK, AMINA),
        new LetterEvent.ListStopped("coalition", true, AMINA),
        new LetterEvent.SeatModerated(CHIKA, true, AMINA));
  }

  private static List<Event> audiences() {
    return List.of(
        new ViewAsEvent.Begun("chirp", AMINA),
        new AudienceEvent.Widened(
            Ref.to(Ref.Kind.ISSUE, "issue2"),
            Audience.civilSociety(),
            Audience.withCompany("chirp"),
            AMINA,
            "COP-WITH-CHIRP-4"),
        new AudienceEvent.Narrowed(
            Ref.to(Ref.Kind.THREAD, "thread2"),
            Audience.everyone(),
            Audience.named(List.of(AMINA, CHIKA)),
            AMINA,
            List.of(new SeatId("verax2seat7verax2seat7vera"))),
        new AudienceEvent.Released(
            "entry2", Audience.named(List.of(AMINA, CHIKA)), Audience.everyone(), CHIKA));
  }

  private static LocalDate morningOf(int day) {
    return LocalDate.of(2026, 7, day);
  }

  private static Action.When morning() {
    return new Action.When(Instant.parse("2026-06-21T09:00:00Z"), null, ZoneId.of("Africa/Lagos"));
  }
}
