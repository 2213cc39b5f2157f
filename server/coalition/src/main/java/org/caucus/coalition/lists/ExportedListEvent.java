package org.caucus.coalition.lists;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.coalition.capability.EventExport;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.MailPause;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.QuietHours;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What a copy says of lists, threads and how mail comes. */
final class ExportedListEvent {
  private final EventExport out;

  private ExportedListEvent(EventExport out) {
    this.out = out;
  }

  static void put(ListEvent event, EventExport to) {
    new ExportedListEvent(to).list(event);
  }

  private void list(ListEvent event) {
    switch (event) {
      case ListEvent.ListOpened e ->
          out.put("slug", e.slug())
              .put("name", e.name())
              .put("description", e.description())
              .put("address", e.localPart())
              .put("audience", e.audience().wire());
      case ListEvent.ThreadStarted e ->
          out.put("id", e.id())
              .put("list", e.list())
              .put("subject", e.subject())
              .put("audience", e.audience().wire())
              .put("by", e.by());
      case ListEvent.ThreadImported e ->
          out.put("id", e.id())
              .put("list", e.list())
              .put("subject", e.subject())
              .put("audience", e.audience().wire())
              .put("by", e.by())
              .put("at", e.at().toString());
      case ListEvent.ImportBegun e ->
          out.put("list", e.list())
              .put("kind", e.kind())
              .put("audience", e.audience().wire())
              .put("by", e.by());
      case ListEvent.DeliverySet e ->
          out.put("seat", e.seat())
              .link("list", Ref.Kind.LIST, e.list())
              .put("mode", e.mode().name());
      case ListEvent.DeliveryChosen e -> habit(e.seat(), e.list(), e.habit());
      case ListEvent.PersonalMailChosen e -> personal(e);
      case ListEvent.ThingChosen e -> thing(e);
      case ListEvent.ListStyled e -> style(e);
      case ListEvent.PrivacyChosen e -> privacy(e);
      case ListEvent.MailSuspended e -> out.put("seat", e.seat());
      case ListEvent.MailResumed e -> out.put("seat", e.seat());
      case ListEvent.DepartureHinted e -> out.put("seat", e.seat());
      case ListEvent.MailContentSet e -> content(e);
    }
  }

  private void content(ListEvent.MailContentSet e) {
    out.put("mode", e.content().mode().name())
        .put("audiences", new JsonArray(List.copyOf(e.content().also())))
        .put("by", e.by());
  }

  private void personal(ListEvent.PersonalMailChosen e) {
    out.put("seat", e.seat())
        .put("zone", e.personal().zone().getId())
        .put("echo", e.personal().echo())
        .put("pause", days(e.personal().pause()))
        .put("quiet", minutes(e.personal().quiet()))
        .put("ways", ways(e.personal()))
        .put("weekly", new JsonArray(e.personal().weekly().stream().map(Enum::name).toList()));
  }

  private void thing(ListEvent.ThingChosen e) {
    out.put("seat", e.seat())
        .put("of", out.reads(e.of()) ? e.of().toString() : null)
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
    out.put("list", e.list())
        .put("addresses", e.privacy().addresses().name())
        .put("remote", e.privacy().remote().name())
        .put("signed", e.privacy().signed().name())
        .put("pictures", e.privacy().ofPictures().name())
        .put("by", e.by());
  }

  private void style(ListEvent.ListStyled e) {
    out.put("list", e.list())
        .put("tag", e.style().tag())
        .put("answers", e.style().answers().name())
        .put("footer", e.style().footer())
        .put("waits", e.style().waits() == null ? null : e.style().waits().name())
        .put("by", e.by());
  }

  private void habit(SeatId seat, String list, DeliveryPreference habit) {
    out.put("seat", seat)
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
}
