package org.caucus.coalition.access.membership;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.NameRule;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.SeatPicture;
import org.caucus.coalition.access.SeatProfile;
import org.caucus.coalition.access.WorkingHours;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Decides what members say of themselves. Pure. */
final class ProfileDecider {
  private ProfileDecider() {}

  static List<Event> decide(Members members, MemberCommand.DescribeSelf c, CommandContext act) {
    Seat seat = new Access(members).mustBeActive(act.by());
    WorkingHours hours = c.hours();
    SeatProfile said =
        new SeatProfile(
            NameRule.line("title", c.title()),
            NameRule.line("pronunciation", c.pronunciation()),
            c.languages().stream().distinct().toList(),
            hours == null ? null : hours.checked());
    String name = c.name().strip();
    if (!name.equals(seat.name())) {
      name = NameRule.fresh(name, called(members, seat.person()));
    }
    if (name.equals(seat.name()) && said.equals(seat.profile())) {
      throw Refusal.conflict(Message.of("this-is-so-already"));
    }
    return List.of(new MemberEvent.ProfileChanged(seat.id(), name, seat.name(), said));
  }

  /** Another picture, or none; the same again changes nothing. */
  static List<Event> decide(Members members, MemberCommand.ShowSelf c, CommandContext act) {
    Seat seat = new Access(members).mustBeActive(act.by());
    if (Objects.equals(version(seat.picture()), version(c.picture()))) {
      throw Refusal.conflict(Message.of("this-is-so-already"));
    }
    return List.of(new MemberEvent.PictureChanged(seat.id(), c.picture()));
  }

  private static @Nullable String version(@Nullable SeatPicture picture) {
    return picture == null ? null : picture.version();
  }

  /** Names of all others who are here or were: a name says who speaks. */
  static Stream<String> called(Members members, String person) {
    return members.all().stream().filter(s -> !s.person().equals(person)).map(Seat::name);
  }
}
