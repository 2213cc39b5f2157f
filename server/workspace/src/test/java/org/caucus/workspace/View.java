package org.caucus.workspace;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.handover.HandoverPresenter;
import org.caucus.coalition.actions.ActionPresenter;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.coalition.instruments.InstrumentPresenter;
import org.caucus.coalition.lists.ListPresenter;
import org.caucus.coalition.moderation.HoldPresenter;
import org.caucus.coalition.polls.PollPresenter;
import org.caucus.coalition.reviews.ReviewPresenter;
import org.caucus.coalition.trackers.IssuePresenter;
import org.caucus.coalition.updates.UpdatePresenter;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/**
 * All that one seat can read, by every presenter there is, as a browser that opened every page
 * holds it: kind, then name, then the thing.
 */
public final class View {
  /** The mail domain of these tests. */
  public static final String DOMAIN = "lists.example";

  /** When it is read. */
  public static final Instant NOW = Instant.parse("2026-07-20T09:00:00Z");

  private final Workspace now;
  private final SeatId reader;
  private final JsonObject view = new JsonObject();

  private View(Workspace now, SeatId reader) {
    this.now = now;
    this.reader = reader;
  }

  /** What this seat reads; nothing once it is ended. */
  public static JsonObject of(Workspace now, SeatId reader) {
    View view = new View(now, reader);
    var seat = now.members().seats().get(reader);
    return now.access().isHere(reader)
        ? view.read(seat == null ? Role.LIAISON : seat.role())
        : new JsonObject();
  }

  private JsonObject read(Role role) {
    places();
    threads();
    issues();
    updates();
    actions();
    polls();
    instruments();
    reviews();
    HoldPresenter.readable(now, reader)
        .forEach(h -> put("holds", HoldPresenter.show(now, h, reader)));
    if (role == Role.CONVENOR) {
      MemberPresenter.open(now.members(), NOW)
          .forEach(i -> put("invitations", MemberPresenter.show(i)));
      each(MemberPresenter.proposals(now.members()), p -> put("proposals", p));
    }
    return view.put("position", now.positionFor(reader));
  }

  private void places() {
    JsonObject roster = MemberPresenter.roster(now, DOMAIN);
    view.put("organisations", roster.getJsonArray("organisations"));
    view.put("seats", roster.getJsonArray("seats"));
    each(ListPresenter.lists(now, reader, DOMAIN), l -> put("lists", l));
    each(ListPresenter.said(now, reader), s -> put("said", s));
    each(IssuePresenter.trackers(now, reader, DOMAIN), t -> put("trackers", t));
    each(IssuePresenter.views(now, reader), v -> put("views", v));
    each(UpdatePresenter.board(now, reader, NOW), c -> put("companies", c));
  }

  private void threads() {
    now.lists().threads().values().stream()
        .filter(thread -> thread.isMerged()) // no list has them; their pages lead on
        .filter(thread -> now.access().canRead(reader, now.lists().scope(thread)))
        .forEach(thread -> put("threads", ListPresenter.show(now, thread, reader)));
    for (var list : now.lists().mailed().toList()) {
      if (now.access().canRead(reader, list.scope())) {
        for (var thread : ListPresenter.threads(now, list, reader)) {
          put("threads", ListPresenter.show(now, thread, reader));
          entries(thread.ref(), now.lists().scope(thread));
        }
      }
    }
  }

  private void issues() {
    for (var tracker : now.issues().trackers().values()) {
      for (var issue : now.issues().of(tracker)) {
        Scope scope = now.issues().scope(issue);
        if (now.access().canRead(reader, scope)) {
          put("issues", IssuePresenter.show(now, issue, reader));
          entries(issue.ref(), scope);
        }
      }
    }
  }

  private void updates() {
    for (var update : UpdatePresenter.feed(now, reader)) {
      put("updates", UpdatePresenter.show(now, update, reader));
      entries(update.ref(), update.scope());
    }
  }

  private void actions() {
    for (var action : ActionPresenter.agenda(now, reader)) {
      put("actions", ActionPresenter.show(now, action, reader));
      entries(action.ref(), action.scope());
    }
  }

  private void polls() {
    for (var poll : PollPresenter.all(now, reader)) {
      put("polls", PollPresenter.show(now, poll, reader));
      entries(poll.ref(), poll.scope(now));
    }
  }

  private void instruments() {
    for (var instrument : InstrumentPresenter.all(now, reader)) {
      put("instruments", InstrumentPresenter.show(now, instrument, reader));
    }
  }

  private void reviews() {
    for (var review : ReviewPresenter.all(now, reader)) {
      put("reviews", ReviewPresenter.show(now, review, reader));
    }
  }

  private void entries(Ref of, Scope scope) {
    each(
        VisibleEntries.show(now, VisibleEntries.entries(now, of, scope, reader), scope, reader),
        e -> put("entries", e));
  }

  private void put(String kind, JsonObject thing) {
    put(view, kind, thing);
  }

  private static void each(JsonArray all, java.util.function.Consumer<JsonObject> take) {
    all.forEach(one -> take.accept((JsonObject) one));
  }

  private static void put(JsonObject view, String kind, JsonObject thing) {
    if (!view.containsKey(kind)) {
      view.put(kind, new JsonObject());
    }
    view.getJsonObject(kind).put(name(kind, thing), thing);
  }

  private static String name(String kind, JsonObject thing) {
    return switch (kind) {
      case "lists", "proposals" -> thing.getString("slug");
      case "said" -> thing.getString("list");
      case "trackers" -> thing.getString("key");
      case "companies" -> thing.getString("company");
      default -> thing.getString("id");
    };
  }

  /** Puts a frame over a view, as a browser does; one that says reload is read anew. */
  public static JsonObject fold(JsonObject view, JsonObject frame, Workspace now, SeatId reader) {
    if (frame.getBoolean("reload", false)) {
      return of(now, reader);
    }
    JsonObject folded = view.copy();
    each(frame.getJsonArray("happened"), happened -> dropViews(folded, happened));
    for (String kind : frame.getJsonObject("put").fieldNames()) {
      each(
          frame.getJsonObject("put").getJsonArray(kind),
          thing -> {
            put(folded, kind, thing);
            if (kind.equals("holds") && !thing.getString("state").equals("HELD")) {
              folded.getJsonObject(kind).remove(thing.getString("id"));
            }
          });
    }
    if (folded.containsKey("holds") && folded.getJsonObject("holds").isEmpty()) {
      folded.remove("holds");
    }
    return folded.put("position", frame.getString("position"));
  }

  /** A frame that says something of a tracker's views shows all of them. */
  private static void dropViews(JsonObject folded, JsonObject happened) {
    if (happened.getString("verb").startsWith("view.") && folded.containsKey("views")) {
      String tracker = happened.getJsonObject("ref").getString("id");
      JsonObject views = folded.getJsonObject("views");
      views.fieldNames().stream()
          .filter(id -> views.getJsonObject(id).getString("tracker").equals(tracker))
          .toList()
          .forEach(views::remove);
      if (views.isEmpty()) {
        folded.remove("views");
      }
    }
  }

  /** What is left undone, and what there is to hand over, as far as this seat is shown it. */
  public static JsonObject leaving(Workspace now, SeatId reader) {
    JsonObject leaving = new JsonObject().put("stranded", HandoverPresenter.stranded(now, reader));
    now.members().all().stream()
        .filter(s -> s.id().equals(reader) || now.members().isConvenor(reader))
        .map(s -> HandoverPresenter.show(now, s, reader))
        .forEach(h -> leaving.put(h.getString("seat"), h));
    return leaving;
  }

  /** What this seat may know of what happened, oldest first. */
  public static JsonArray activity(Workspace now, SeatId reader) {
    JsonArray lines = new JsonArray();
    for (Commit commit : now.history()) {
      for (EventDescription h : now.visible(commit, reader)) {
        lines.add(
            new JsonObject()
                .put("commit", commit.id())
                .put("verb", h.verb())
                .put("ref", EntryPresenter.ref(h.ref()))
                .put("audience", h.scope().audience().wire()));
      }
    }
    return lines;
  }

  /** The audiences this seat can choose from in every place it can read. */
  public static JsonObject choices(Workspace now, SeatId reader) {
    JsonObject choices = new JsonObject();
    JsonObject view = of(now, reader);
    for (var kind : List.of(Ref.Kind.LIST, Ref.Kind.THREAD, Ref.Kind.ISSUE, Ref.Kind.ENTRY)) {
      JsonObject things = view.getJsonObject(plural(kind), new JsonObject());
      for (String id : things.fieldNames()) {
        Scope place = now.placeOf(Ref.to(kind, id)).orElseThrow();
        if (now.access().canRead(reader, place)) { // not of a conversation that they left
          choices.put(kind + ":" + id, MemberPresenter.choice(now.members(), place));
        }
      }
    }
    for (Audience audience : audiences(now)) {
      choices.put(audience.wire(), MemberPresenter.choice(now.members(), Scope.place(audience)));
    }
    return choices;
  }

  private static String plural(Ref.Kind kind) {
    return kind == Ref.Kind.ENTRY ? "entries" : kind.wire() + "s";
  }

  private static List<Audience> audiences(Workspace now) {
    List<Audience> all = new java.util.ArrayList<>();
    all.add(Audience.everyone());
    all.add(Audience.civilSociety());
    for (var party : now.members().parties()) {
      if (party.side() == Side.COMPANY) {
        all.add(Audience.withCompany(party.slug()));
        all.add(Audience.companyOnly(party.slug()));
      }
    }
    return all;
  }
}
