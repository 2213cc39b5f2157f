package org.caucus.e2e.grid;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;

/** What happened in the workspace of the grid: a thing for each audience, kind and moment. */
final class GridStory {
  static final Map<String, Audience> AUDIENCES = new LinkedHashMap<>();

  static {
    AUDIENCES.put("everyone", Audience.everyone());
    AUDIENCES.put("civil", Audience.civilSociety());
    AUDIENCES.put("with", Audience.withCompany("chirp"));
    AUDIENCES.put("only", Audience.companyOnly("chirp"));
    AUDIENCES.put("office", Audience.organisationOnly("press"));
    AUDIENCES.put("between", Audience.between("press", "chirp"));
    AUDIENCES.put("named", named());
  }

  /** To whom each of them is narrowed: fewer of those who could read it. */
  private static final Map<String, Audience> NARROWER =
      Map.of(
          "civil", Audience.named(List.of(Parties.AMINA, Parties.BOLA, gone())),
          "only", Audience.named(List.of(Parties.CHIKA)),
          "office", Audience.named(List.of(Parties.BOLA, gone())),
          "named", Audience.named(List.of(Parties.BOLA, Parties.CHIKA)));

  private static final List<Ref.Kind> KINDS =
      List.of(Ref.Kind.THREAD, Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ACTION);

  /** Few: a page of hits has the newest fifty. */
  private static final List<String> MINUTED = List.of("before", "widened", "narrowed");

  private Given given = Given.coalition();

  /** The whole story. */
  static Given told() {
    GridStory story = new GridStory();
    story.given =
        story.given.and(
            Parties.seat(gone(), "press", Role.MEMBER, null), duo("duo1", "press"), digest("gone"));
    for (String seat : List.of("amina", "bola", "claire", "chika", "vera", "emeka", "duo1")) {
      story.given = story.given.and(digest(seat));
    }
    story.say("before");
    story.given = ArrangedStory.before(story.given);
    story.newcomersJoin();
    story.given = ArrangedStory.after(story.given);
    List.of("after", "widened", "narrowed", "recalled").forEach(story::say);
    story.change("widened", name -> Audience.everyone());
    story.change("narrowed", name -> NARROWER.getOrDefault(name, named()));
    story.change("recalled", name -> Audience.named(List.of(Parties.CHIKA)));
    return story.given;
  }

  static Audience named() {
    return Audience.named(List.of(Parties.BOLA, Parties.CHIKA, gone()));
  }

  /** The person who sat there handed the seat over when the newcomers came. */
  static SeatId gone() {
    return new SeatId("gone");
  }

  /** One person with two seats: at the press from the beginning, and with the newcomers. */
  private static Event duo(String seat, String organisation) {
    return new MemberEvent.SeatTaken(
        new SeatId(seat), "person-duo", "Duo", organisation, Role.MEMBER, null, null);
  }

  /** Who wants digests of the list; letters of each post are composed all the same. */
  private static Event digest(String seat) {
    return new ListEvent.DeliverySet(new SeatId(seat), "coalition", Delivery.DIGEST);
  }

  static String id(String kind, String moment, String audience) {
    String id = kind + "-" + moment + "-" + audience;
    return kind.equals(Ref.Kind.TRACKER.wire()) ? id.toUpperCase(Locale.ROOT) : id;
  }

  /** Thirty words that stand nowhere else. */
  static String words(String id) {
    return IntStream.range(0, 30)
        .mapToObj(i -> "w" + Integer.toString((id + i).hashCode(), 36).replace("-", "z"))
        .collect(Collectors.joining(" "));
  }

  private static Event minuted(String id) {
    return new ActionEvent.MinutesWritten(id, minutes(id), Parties.CHIKA);
  }

  /** What was written down of an action, where something was. */
  static String minutes(String id) {
    return "Minutes of " + id;
  }

  private void newcomersJoin() {
    given =
        given.and(
            new MemberEvent.SeatEnded(gone()),
            Parties.seat(new SeatId("heir"), "press", Role.MEMBER, gone()),
            Parties.seat(new SeatId("late"), "press", Role.MEMBER, null),
            Parties.newcomer("newcivil", Side.CIVIL_SOCIETY),
            Parties.newcomer("newfirm", Side.COMPANY),
            Parties.seat(new SeatId("newcivil"), "newcivil", Role.MEMBER, null),
            Parties.seat(new SeatId("newfirm"), "newfirm", Role.LIAISON, null),
            duo("duo2", "newcivil"));
    for (String seat : List.of("heir", "late", "newcivil", "newfirm", "duo2")) {
      given = given.and(digest(seat));
    }
  }

  private void say(String moment) {
    AUDIENCES.forEach(
        (name, audience) -> {
          for (Ref.Kind kind : KINDS) {
            String id = id(kind.wire(), moment, name);
            given = given.and(made(kind, id, audience), said(kind, id, audience));
            if (kind == Ref.Kind.ACTION) {
              given = MINUTED.contains(moment) ? given.and(minuted(id)) : given;
              given = given.and(committed(id));
            }
          }
        });
  }

  private void change(String moment, Function<String, Audience> target) {
    AUDIENCES.forEach(
        (name, from) -> {
          Audience to = target.apply(name);
          for (Ref.Kind kind : KINDS) {
            Ref ref = Ref.to(kind, id(kind.wire(), moment, name));
            if (!from.equals(to)) {
              given =
                  given.and(
                      moment.equals("widened")
                          ? new AudienceEvent.Widened(ref, from, to, Parties.CHIKA, null)
                          : new AudienceEvent.Narrowed(ref, from, to, Parties.CHIKA, List.of()));
            }
          }
        });
  }

  private static Event committed(String id) {
    return new ActionEvent.Committed(id, "chirp", Commitment.Answer.WILL, "", Parties.CHIKA);
  }

  static Event said(Ref.Kind kind, String id, Audience audience) {
    return said(Ref.to(kind, id), id, audience);
  }

  /** The entry of a thing, said in that or in another. */
  static Event said(Ref under, String id, Audience audience) {
    Ref.Kind kind = under.kind();
    EntryLetter letter = new EntryLetter("blob-" + id, id + "@x.example", null, false, List.of());
    return new EntryEvent.EntryPosted(
        "e-" + id,
        under,
        null,
        Parties.CHIKA,
        audience,
        words(id),
        Channel.MAIL,
        kind == Ref.Kind.THREAD ? letter : null,
        kind == Ref.Kind.THREAD
            ? List.of()
            : List.of(new Entry.Attached("blob-" + id, id + ".pdf", "application/pdf", 9)));
  }

  private static Event made(Ref.Kind kind, String id, Audience audience) {
    SeatId by = Parties.CHIKA;
    String title = "Title " + id;
    Action.When when = new Action.When(View.NOW, null, ZoneId.of("Africa/Lagos"));
    return switch (kind) {
      case THREAD -> new ListEvent.ThreadStarted(id, "coalition", title, audience, by);
      case ISSUE ->
          new IssueEvent.IssueOpened(
              id, "COP-" + id, "COP", title, "", "", List.of(), null, audience, by);
      case UPDATE ->
          new UpdateEvent.UpdatePosted(
              id,
              "chirp",
              Update.Kind.STATUS,
              Update.Stage.NOTED,
              title,
              "None.",
              Update.Attribution.ON_RECORD,
              audience,
              by,
              Channel.WEB,
              null);
      default ->
          new ActionEvent.ActionPlanned(
              id, Action.Kind.CALL, title, "", by, when, "", audience, by);
    };
  }
}
