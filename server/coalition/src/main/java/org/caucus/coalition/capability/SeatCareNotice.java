package org.caucus.coalition.capability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/** What convenors are told of a seat that they care for; the sentences are in {@code notices.*}. */
public final class SeatCareNotice {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("notices");

  private SeatCareNotice() {}

  /** Those who care for the seats; not the one whose mail it is, which does not arrive. */
  public static Notified notified(Members.Held now, SeatId seat) {
    Set<SeatId> others =
        convenors(now).stream().filter(c -> !c.equals(seat)).collect(Collectors.toSet());
    return Notified.only(Ref.to(Ref.Kind.SEAT, seat.value()), others)
        .because(NotificationReason.CARE);
  }

  private static List<SeatId> convenors(Members.Held now) {
    return now.members().active().stream()
        .filter(s -> s.role() == Role.CONVENOR)
        .map(Seat::id)
        .toList();
  }

  /** What is told of it: the sentence with this key, which takes the name of the seat. */
  public static NoticeContent notice(Members.Held now, SeatId seat, String key, Language language) {
    String name = now.members().nameOf(seat);
    return new NoticeContent(
        Ref.to(Ref.Kind.SEAT, seat.value()),
        PHRASES.say(language, "mail-of", Map.of("name", name)),
        false,
        "organisations",
        Audience.named(convenors(now)),
        PHRASES.say(language, key, Map.of("name", name)));
  }
}
