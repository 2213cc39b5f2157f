package org.caucus.views.audit.export;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.viewas.ViewAsEvent;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.EntryLetter;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.MailPause;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.QuietHours;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.EventTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a reader is shown of an event that they may know of: what pages show too, and nothing that
 * is only the server's, such as accounts, keys and where bytes lie. Exhaustive: a new event must
 * answer here. What is shown of one is never changed, or older copies would look altered; only what
 * else it names is there or not as its reader can read that, and {@link MemberExportVerifier} knows
 * it.
 */
final class ExportedEvent {
  private final JsonObject shown;

  private final Predicate<Ref> reads;

  private ExportedEvent(Event event, Predicate<Ref> reads) {
    this.shown = new JsonObject().put("type", EventTypes.of(event));
    this.reads = reads;
  }

  /**
   * What is shown of it.
   *
   * @param reads what its reader can read now: what else it leads to is not named (R8)
   */
  static JsonObject of(Event event, Predicate<Ref> reads) {
    return new ExportedEvent(event, reads).all(event);
  }

  private JsonObject all(Event event) {
    switch (event) {
      case MemberEvent e -> member(e);
      case ListEvent e -> list(e);
      case EntryEvent.EntryPosted e -> entry(e);
      case EntryEvent.EntryImported e -> entry(e);
      case IssueEvent e -> ExportedIssue.put(shown, e);
      case UpdateEvent e -> new ExportedUpdate(shown, reads).update(e);
      case DraftEvent e -> new ExportedUpdate(shown, reads).draft(e);
      case ActionEvent e -> ExportedAction.put(e, shown);
      case LetterEvent e -> letter(e);
      case AudienceEvent e -> audience(e);
      case ViewAsEvent.Begun e -> put("company", e.company()).put("by", e.by());
      default -> throw new IllegalStateException("nothing to show of " + EventTypes.of(event));
    }
    return shown;
  }

  private void member(MemberEvent event) {
    switch (event) {
      case MemberEvent.WorkspaceOpened e -> put("slug", e.slug()).put("name", e.name());
      case MemberEvent.OrganisationProposed e ->
          put("slug", e.slug()).put("name", e.name()).put("side", e.side()).put("by", e.by());
      case MemberEvent.ProposalDeclined e -> put("slug", e.slug()).put("by", e.by());
      case MemberEvent.OrganisationAdded e ->
          put("slug", e.slug())
              .put("name", e.name())
              .put("side", e.side().name())
              .put("proposedBy", e.proposedBy());
      case MemberEvent.Invited e ->
          put("id", e.id())
              .put("address", e.address())
              .put("name", e.name())
              .put("organisation", e.organisation())
              .put("role", e.role().name())
              .put("succeeds", e.succeeds())
              .put("consented", e.terms() == null ? null : e.terms().consented());
      case MemberEvent.InvitationRevoked e -> put("id", e.id());
      case MemberEvent.SeatTaken e ->
          put("seat", e.seat())
              .put("name", e.name())
              .put("organisation", e.organisation())
              .put("role", e.role().name());
      case MemberEvent.RoleChanged e -> put("seat", e.seat()).put("role", e.role());
      case MemberEvent.SeatHandedOver e -> put("seat", e.seat()).put("successor", e.successor());
      case MemberEvent.SeatEnded e -> put("seat", e.seat());
      case MemberEvent.RecordExported e -> put("seat", e.seat()).put("what", e.what());
      case MemberEvent.RecoveryConfirmed e -> put("seat", e.seat()).put("by", e.by());
      case MemberEvent.RecoveryAwaited e -> put("seat", e.seat()).put("until", e.until());
      case MemberEvent.RecoveryCalledOff e -> put("seat", e.seat());
      case MemberEvent.SignInRuled e -> put("passkeys", e.passkeys()).put("by", e.by());
    }
  }

  private void list(ListEvent event) {
    switch (event) {
      case ListEvent.ListOpened e ->
          put("slug", e.slug())
              .put("name", e.name())
              .put("description", e.description())
              .put("address", e.localPart())
              .put("audience", e.audience().wire());
      case ListEvent.ThreadStarted e ->
          put("id", e.id())
              .put("list", e.list())
              .put("subject", e.subject())
              .put("audience", e.audience().wire())
              .put("by", e.by());
      case ListEvent.ThreadImported e ->
          put("id", e.id())
              .put("list", e.list())
              .put("subject", e.subject())
              .put("audience", e.audience().wire())
              .put("by", e.by())
              .put("at", e.at().toString());
      case ListEvent.ImportBegun e ->
          put("list", e.list())
              .put("kind", e.kind())
              .put("audience", e.audience().wire())
              .put("by", e.by());
      case ListEvent.DeliverySet e ->
          put("seat", e.seat()).link("list", Ref.Kind.LIST, e.list()).put("mode", e.mode().name());
      case ListEvent.DeliveryChosen e -> habit(e.seat(), e.list(), e.habit());
      case ListEvent.PersonalMailChosen e -> personal(e);
      case ListEvent.ThingChosen e -> thing(e);
      case ListEvent.ListStyled e -> style(e);
      case ListEvent.PrivacyChosen e -> privacy(e);
      case ListEvent.MailSuspended e -> put("seat", e.seat());
      case ListEvent.MailResumed e -> put("seat", e.seat());
      case ListEvent.DepartureHinted e -> put("seat", e.seat());
      case ListEvent.MailContentSet e -> content(e);
    }
  }

  private void content(ListEvent.MailContentSet e) {
    put("mode", e.content().mode().name())
        .put("audiences", new JsonArray(List.copyOf(e.content().also())))
        .put("by", e.by());
  }

  private void personal(ListEvent.PersonalMailChosen e) {
    put("seat", e.seat())
        .put("zone", e.personal().zone().getId())
        .put("echo", e.personal().echo())
        .put("pause", days(e.personal().pause()))
        .put("quiet", minutes(e.personal().quiet()))
        .put("ways", ways(e.personal()))
        .put("weekly", new JsonArray(e.personal().weekly().stream().map(Enum::name).toList()));
  }

  private void thing(ListEvent.ThingChosen e) {
    put("seat", e.seat())
        .put("of", reads.test(e.of()) ? e.of().toString() : null)
        .put("wish", e.wish().name());
  }

  /** How each kind comes that does not come at once. */
  private static JsonObject ways(PersonalMailSettings personal) {
    JsonObject ways = new JsonObject();
    personal.ways().forEach(c -> ways.put(c.kind().name(), c.way().name()));
    return ways;
  }

  /** Minutes of the day, from and until. */
  private static @Nullable JsonArray minutes(@Nullable QuietHours quiet) {
    return quiet == null ? null : new JsonArray(List.of(quiet.from(), quiet.until()));
  }

  private void privacy(ListEvent.PrivacyChosen e) {
    put("list", e.list())
        .put("addresses", e.privacy().addresses().name())
        .put("remote", e.privacy().remote().name())
        .put("signed", e.privacy().signed().name())
        .put("pictures", e.privacy().ofPictures().name())
        .put("by", e.by());
  }

  private void style(ListEvent.ListStyled e) {
    put("list", e.list())
        .put("tag", e.style().tag())
        .put("answers", e.style().answers().name())
        .put("footer", e.style().footer())
        .put("waits", e.style().waits() == null ? null : e.style().waits().name())
        .put("by", e.by());
  }

  private void habit(SeatId seat, String list, DeliveryPreference habit) {
    put("seat", seat)
        .link("list", Ref.Kind.LIST, list)
        .put("mode", habit.mode().name())
        .put("own", habit.own())
        .put("copies", habit.copies())
        .put("links", habit.links())
        .put("pause", days(habit.pause()));
  }

  private static @Nullable JsonObject days(@Nullable MailPause pause) {
    return pause == null
        ? null
        : new JsonObject()
            .put("from", pause.from().toString())
            .put("until", pause.until().toString());
  }

  private void entry(EntryEvent.EntryImported e) {
    put("id", e.id())
        .put("parent", EntryPresenter.ref(e.parent()))
        .link("answers", Ref.Kind.ENTRY, e.answers())
        .put("seat", e.seat())
        .put("audience", e.audience().wire())
        .put("at", e.at().toString())
        .put("text", e.text())
        .put("attachments", attachments(e.letter()));
  }

  private void entry(EntryEvent.EntryPosted e) {
    put("id", e.id())
        .put("parent", EntryPresenter.ref(e.parent()))
        .link("answers", Ref.Kind.ENTRY, e.answers())
        .put("seat", e.seat())
        .put("audience", e.audience().wire())
        .put("text", e.text())
        .put("via", e.via().name());
    if (e.letter() != null) {
      put("attachments", attachments(e.letter()));
    } else if (!e.attached().isEmpty()) {
      put("attachments", attachments(e.attached()));
    }
  }

  static JsonArray attachments(List<Entry.Attached> files) {
    JsonArray all = new JsonArray();
    for (Entry.Attached f : files) {
      all.add(
          new JsonObject()
              .put("n", all.size() + 1)
              .put("name", f.name())
              .put("type", f.type())
              .put("size", f.size()));
    }
    return all;
  }

  private static JsonArray attachments(EntryLetter letter) {
    JsonArray all = new JsonArray();
    for (EntryLetter.Attachment a : letter.attachments()) {
      all.add(
          new JsonObject()
              .put("n", a.index() + 1)
              .put("name", a.name())
              .put("type", a.type())
              .put("size", a.size()));
    }
    return all;
  }

  private void letter(LetterEvent event) {
    switch (event) {
      case LetterEvent.LetterHeld e ->
          put("id", e.id())
              .put("list", e.address())
              .put("from", e.sender())
              .put("subject", e.subject())
              .put("text", e.text())
              .put("reasons", new JsonArray(e.reasons()));
      case LetterEvent.HoldApproved e -> put("id", e.id()).put("by", e.by());
      case LetterEvent.HoldRefused e -> put("id", e.id()).put("by", e.by());
      case LetterEvent.HoldDiscarded e -> put("id", e.id()).put("by", e.by());
      case LetterEvent.HoldWithdrawn e -> put("id", e.id()).put("by", e.by());
      case LetterEvent.HoldExpired e -> put("id", e.id());
      case LetterEvent.HoldReminded e -> put("id", e.id()).put("days", e.days());
      case LetterEvent.ListRuled e ->
          put("list", e.list())
              .put("strangers", e.strangers())
              .put("proof", e.proof())
              .put("by", e.by());
      case LetterEvent.ListStopped e -> put("list", e.list()).put("on", e.on()).put("by", e.by());
      case LetterEvent.SeatModerated e -> put("seat", e.seat()).put("on", e.on()).put("by", e.by());
      case LetterEvent.LetterRefused e -> throw hidden();
      case LetterEvent.LetterPassedOn e -> throw hidden();
      case LetterEvent.LetterObeyed e -> throw hidden();
      case LetterEvent.LetterTookBack e -> throw hidden();
      case LetterEvent.WordTaken e -> throw hidden();
      case LetterEvent.LetterDropped e -> throw hidden();
    }
  }

  private void audience(AudienceEvent event) {
    // not from which audience: who comes by a widening is not told for whom it was before
    put("of", EntryPresenter.ref(event.of())).put("to", event.to().wire());
    switch (event) {
      case AudienceEvent.Widened e -> put("by", e.by()).put("label", e.label());
      case AudienceEvent.Narrowed e -> put("by", e.by()).put("received", seats(e.received()));
      case AudienceEvent.Released e -> put("by", e.by());
    }
  }

  private IllegalStateException hidden() {
    return new IllegalStateException("nobody reads " + shown.getString("type"));
  }

  private static @Nullable JsonArray seats(@Nullable List<SeatId> seats) {
    return seats == null ? null : new JsonArray(seats.stream().map(SeatId::value).toList());
  }

  /** Left out where its reader cannot read it. What is chosen for notices names no list. */
  private ExportedEvent link(String field, Ref.Kind kind, @Nullable String id) {
    boolean isShown = id != null && (id.isEmpty() || reads.test(Ref.to(kind, id)));
    return put(field, isShown ? id : null);
  }

  /** What is null is left out. */
  private ExportedEvent put(String field, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case SeatId seat -> shown.put(field, seat.value());
      case JsonArray all -> shown.put(field, all);
      case JsonObject one -> shown.put(field, one);
      case Enum<?> constant -> shown.put(field, constant.name());
      default -> shown.put(field, value.toString());
    }
    return this;
  }
}
