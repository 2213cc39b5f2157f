package org.caucus.e2e.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.SeatProfile;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.closing.ClosingEvent;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;

/**
 * Threads that stand elsewhere than where they began, conversations of named people, and places
 * that were archived: each began before the newcomers came, and was arranged after.
 */
final class ArrangedStory {
  /** The tracker that is archived, and the list. */
  static final String ARCHIVED_TRACKER = "ATT";

  private static final String ARCHIVED_LIST = "attic";
  private static final String OTHER_LIST = "assembly";
  private static final String INTO = "into-";
  private static final String WHOLE = "whole-";
  private static final String TOLD = "told";
  private static final String ENDED = "ended";

  private ArrangedStory() {}

  /** What was said before anything was arranged. */
  static Given before(Given given) {
    Given told =
        given.and(
            Parties.list(OTHER_LIST, Audience.everyone()),
            Parties.list(ARCHIVED_LIST, Audience.everyone()),
            new ListEvent.DeliverySet(new SeatId("duo1"), ARCHIVED_LIST, Delivery.DIGEST),
            new IssueEvent.TrackerOpened(
                ARCHIVED_TRACKER, "Attic", "attic-issues", Audience.everyone()),
            new IssueEvent.TrackerArranged(
                ARCHIVED_TRACKER, TrackerConfig.USUAL, Audience.everyone()));
    for (var one : GridStory.AUDIENCES.entrySet()) {
      told = told.and(beforeFor(one.getKey(), one.getValue()).toArray(Event[]::new));
    }
    told = conversations(told);
    return told.and(
        Parties.seat(new SeatId(id("seat", TOLD, "everyone")), "press", Role.MEMBER, null),
        Parties.seat(new SeatId(id("seat", ENDED, "everyone")), "press", Role.MEMBER, null));
  }

  private static List<Event> beforeFor(String name, Audience audience) {
    String moved = id("thread", "moved", name);
    String split = id("thread", "split", name);
    String merged = id("thread", "merged", name);
    String archived = id("thread", "archived", name);
    String issue = id("issue", "archived", name);
    Ref into = Ref.to(Ref.Kind.THREAD, INTO + name);
    List<Event> told = new ArrayList<>();
    told.add(thread(into.id(), "coalition", Audience.everyone()));
    told.add(GridStory.said(into, into.id(), Audience.everyone()));
    Ref whole = Ref.to(Ref.Kind.THREAD, WHOLE + name);
    told.add(thread(moved, "coalition", audience));
    told.add(GridStory.said(Ref.Kind.THREAD, moved, audience));
    told.add(thread(whole.id(), "coalition", Audience.everyone()));
    told.add(GridStory.said(whole, whole.id(), Audience.everyone()));
    told.add(GridStory.said(whole, split, audience));
    told.add(thread(merged, "coalition", audience));
    told.add(GridStory.said(Ref.Kind.THREAD, merged, audience));
    told.add(thread(archived, ARCHIVED_LIST, audience));
    told.add(GridStory.said(Ref.Kind.THREAD, archived, audience));
    told.add(
        new IssueEvent.IssueOpened(
            issue,
            ARCHIVED_TRACKER + "-" + issue,
            ARCHIVED_TRACKER,
            title(issue),
            "",
            "",
            List.of(),
            null,
            audience,
            Parties.CHIKA));
    told.add(GridStory.said(Ref.Kind.ISSUE, issue, audience));
    String list = id("list", "archived", name);
    told.add(new ListEvent.ListOpened(list, title(list), "", list, audience));
    String tracker = id("tracker", "archived", name);
    told.add(
        new IssueEvent.TrackerOpened(
            tracker, title(tracker), tracker.toLowerCase(Locale.ROOT), audience));
    return told;
  }

  /** Of bola, chika and gone; amina is added to one, and bola leaves one, before or after words. */
  private static Given conversations(Given given) {
    Given told = given;
    for (String moment : List.of("talked", "added", "since", "left", "without")) {
      String id = id("thread", moment, "named");
      told = told.and(thread(id, MailingList.CONVERSATIONS.slug(), GridStory.named()));
      told =
          switch (moment) {
            case "added" -> told.and(said(id, GridStory.named()), added(id));
            case "since" -> told.and(added(id), said(id, more()));
            case "left" -> told.and(said(id, GridStory.named()), left(id));
            case "without" ->
                told.and(
                    left(id), said(id, Audience.named(List.of(Parties.CHIKA, GridStory.gone()))));
            default -> told.and(said(id, GridStory.named()));
          };
    }
    return told;
  }

  private static Event said(String thread, Audience audience) {
    return GridStory.said(Ref.Kind.THREAD, thread, audience);
  }

  private static Event added(String thread) {
    return new AudienceEvent.Widened(
        Ref.to(Ref.Kind.THREAD, thread), GridStory.named(), more(), Parties.CHIKA, null);
  }

  private static Audience more() {
    var seats = new TreeSet<>(((Audience.Named) GridStory.named()).seats());
    seats.add(Parties.AMINA.value());
    return new Audience.Named(seats);
  }

  private static Event left(String thread) {
    return new ListEvent.ConversationLeft(thread, Parties.BOLA);
  }

  /** Where it all stands now. */
  static Given after(Given given) {
    Given told = given;
    for (var one : GridStory.AUDIENCES.entrySet()) {
      told = told.and(afterFor(one.getKey(), one.getValue()).toArray(Event[]::new));
    }
    told = told.and(archived(Ref.Kind.LIST, ARCHIVED_LIST));
    told = told.and(archived(Ref.Kind.TRACKER, ARCHIVED_TRACKER));
    String ended = id("seat", ENDED, "everyone");
    return told.and(
        profile(id("seat", TOLD, "everyone")),
        profile(ended),
        new MemberEvent.SeatEnded(new SeatId(ended)));
  }

  private static List<Event> afterFor(String name, Audience audience) {
    String moved = id("thread", "moved", name);
    String split = id("thread", "split", name);
    String merged = id("thread", "merged", name);
    SeatId by = Parties.CHIKA;
    return List.of(
        new ListEvent.ThreadMoved(moved, OTHER_LIST, "coalition", by, by),
        new ListEvent.ThreadSplit(
            split,
            WHOLE + name,
            "coalition",
            title(split),
            audience,
            by,
            List.of("e-" + split),
            by),
        new AudienceEvent.Narrowed(
            Ref.to(Ref.Kind.THREAD, WHOLE + name), Audience.everyone(), alone(), by, List.of()),
        new ListEvent.ThreadMerged(merged, INTO + name, List.of("e-" + merged), by),
        archived(Ref.Kind.LIST, id("list", "archived", name)),
        archived(Ref.Kind.TRACKER, id("tracker", "archived", name)));
  }

  /** Who reads what a message was split from, since then. */
  private static Audience alone() {
    return Audience.named(List.of(Parties.VERA));
  }

  private static Event archived(Ref.Kind kind, String id) {
    return new ClosingEvent.PlaceArchived(Ref.to(kind, id), Parties.AMINA);
  }

  private static Event profile(String seat) {
    SeatProfile says = new SeatProfile(title(seat), "", List.of("en"), null);
    String former = Parties.name(new SeatId(seat));
    return new MemberEvent.ProfileChanged(new SeatId(seat), "Name " + seat, former, says);
  }

  private static Event thread(String id, String list, Audience audience) {
    return new ListEvent.ThreadStarted(id, list, title(id), audience, Parties.CHIKA);
  }

  private static String id(String kind, String moment, String audience) {
    return GridStory.id(kind, moment, audience);
  }

  private static String title(String id) {
    return "Title " + id;
  }
}
